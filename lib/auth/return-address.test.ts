import { describe, expect, it } from 'vitest';
import { safeReturnAddress, signInAddress } from './return-address.ts';
import { PAGE_RULES } from './route-rules.ts';

const ID = '11111111-1111-4111-8111-111111111111';

describe('addresses that a sign-in leads back to', () => {
  it.each([
    ['/'],
    ['/?period=2026-10'],
    ['/customers?sort=name&q=a%20b'],
    [`/customers/${ID}?period=2026-10`],
    [`/subscriptions/${ID}`],
    ['/audit?action=sign-in'],
    ['/settings/people'],
    ['/links/me'],
  ])('%s', (address) => {
    expect(safeReturnAddress(address)).toBe(address);
  });
});

const EVIL = 'evil.example';

describe('addresses of elsewhere, which lead to the overview', () => {
  it.each([
    `https://${EVIL}`,
    `http://${EVIL}/`,
    `HTTPS://${EVIL}`,
    `//${EVIL}`,
    `///${EVIL}`,
    `////${EVIL}`,
    `/\\${EVIL}`,
    `\\\\${EVIL}`,
    `\\/${EVIL}`,
    `/\\/${EVIL}`,
    `\\${EVIL}`,
    `/\t/${EVIL}`,
    `/\n/${EVIL}`,
    `/\r/${EVIL}`,
    `\t//${EVIL}`,
    ` //${EVIL}`,
    `/ /${EVIL}`,
    `/\u00a0/${EVIL}`,
    `/\u2028/${EVIL}`,
    `/\u0000/${EVIL}`,
    `/%2f${EVIL}`,
    `/%2F%2F${EVIL}`,
    `/%5c${EVIL}`,
    `/%5C%5C${EVIL}`,
    `/%09/${EVIL}`,
    `/.//${EVIL}`,
    `/..//${EVIL}`,
    `/./\\${EVIL}`,
    `/customers//${EVIL}`,
    `/customers/..//${EVIL}`,
    `/customers/%2e%2e//${EVIL}`,
    `/customers\\..\\..\\${EVIL}`,
    `javascript:alert(1)`,
    `JaVaScRiPt:alert(1)`,
    `java\nscript:alert(1)`,
    `\u0001javascript:alert(1)`,
    `data:text/html,x`,
    `vbscript:x`,
    `file:///etc/passwd`,
    `blob:https://${EVIL}/x`,
    `https:${EVIL}`,
    `https:/${EVIL}`,
    `https:\\\\${EVIL}`,
    `http:///${EVIL}`,
    `//${EVIL}@localhost`,
    `//localhost@${EVIL}`,
    `//localhost:3000@${EVIL}`,
    `//user:pass@${EVIL}`,
    `//${EVIL}#/customers`,
    `//${EVIL}?/customers`,
    `//[::1]@${EVIL}`,
    `//1113982867`,
    `//0x7f.1`,
    `//127.1`,
    `//${EVIL}%00.localhost`,
    `//localhost.${EVIL}`,
    `//ⓔⓥⓘⓛ.example`,
    `//evil。example`,
    `/／${EVIL}`,
    `／/${EVIL}`,
    `/∕${EVIL}`,
    `/api/v1/session`,
    `/api/v1/audit/export`,
    `/sign-in`,
    `/sign-in/out`,
    `/sign-in?to=//${EVIL}`,
    `/_next/static/x.js`,
    `/customers/not-an-id`,
    `/customers/../api/v1/session`,
    `/customers/./../sign-in/out`,
    `/unknown`,
    `/customersevil`,
    `customers`,
    `?to=//${EVIL}`,
    `#//${EVIL}`,
    '',
    '\0',
    `/${'a'.repeat(3000)}`,
    `/customers?x=${'a'.repeat(3000)}`,
  ])('%j', (address) => {
    expect(safeReturnAddress(address)).toBe('/');
    expect(signInAddress(address)).toBe('/sign-in?to=%2F');
  });

  it('nothing at all', () => {
    expect([safeReturnAddress(null), safeReturnAddress(undefined)]).toEqual(['/', '/']);
  });

  it('fragments and dots are left out of what is kept', () => {
    expect(safeReturnAddress('/customers/../roles#x')).toBe('/roles');
  });
});

it.each(
  PAGE_RULES.filter(({ needs }) => needs !== 'nothing').map(({ path }) => path.replaceAll(/:\w+/g, ID)),
)('a sign-in leads back to %s', (path) => {
  expect(safeReturnAddress(path)).toBe(path);
});
