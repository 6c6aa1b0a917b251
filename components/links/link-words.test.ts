import { expect, test } from 'vitest';
import { wordingIn } from '#components/language/testing/wording-in.ts';
import type { Link } from '#lib/queries/schemas/links.ts';
import { linkAdvice, typeName } from './link-words.ts';

const link: Link = {
  ...{ principalId: 'p', tenantId: 't', tenantName: null, managingTenant: true, displayName: 'Ann' },
  ...{ principalType: 'user', enabled: true, state: 'not-linked', partnerId: null, partnerName: null },
  ...{ ours: null, since: null, how: null, checkedAt: null, expiresAt: null, evidence: null },
  ...{ subscriptions: 2, earning: 1, alone: 0, carriesMuch: false, onlyThroughGroups: null },
};

test('advice names the tenant in which the link has to be, in the language of whoever reads', () => {
  expect(linkAdvice(link, wordingIn('en'))).toContain('in your managing tenant');
  expect(linkAdvice({ ...link, managingTenant: false }, wordingIn('nl'))).toContain(
    'in de tenant van deze klant',
  );
  expect(linkAdvice({ ...link, earning: 0 }, wordingIn('en'))).toBeNull();
});

test('a disabled identity is advised upon before anything else', () => {
  expect(linkAdvice({ ...link, enabled: false }, wordingIn('sv'))).toContain('Inaktiverad');
});

test('a kind of identity that no text knows is called as Azure calls it', () => {
  expect(typeName('agent-user', wordingIn('nl'))).toBe('agent user');
  expect(typeName('service-principal', wordingIn('zh-Hant'))).toBe('服務主體');
});
