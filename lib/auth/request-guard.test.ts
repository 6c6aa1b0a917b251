import { describe, expect, it } from 'vitest';
import { parseConfig, type Config } from '#lib/config.ts';
import { guardFault } from './request-guard.ts';

const ID = '11111111-1111-4111-8111-111111111111';

function configOf(env: Record<string, string>): Config {
  const parsed = parseConfig(env, () => '');
  if (!parsed.ok) throw new Error(parsed.problems.join());
  return parsed.config;
}

const behindProxy = configOf({
  SIGN_IN_TENANT_ID: ID,
  SIGN_IN_CLIENT_ID: ID,
  SIGN_IN_API_SCOPE: `api://${ID}/Pecboard.Access`,
  SESSION_SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'https://board.example',
});

const ask = (headers: Record<string, string>, method = 'GET', path = '/roles', config = behindProxy) =>
  guardFault({ method, path, host: headers['host'] ?? '', headers: new Headers(headers) }, config)?.code ??
  null;

describe('with sign-in behind a public address', () => {
  it.each([
    ['board.example', null],
    ['BOARD.example', null],
    ['localhost:3000', null],
    ['board.example:8443', 'host-not-allowed'],
    ['board.example.evil.example', 'host-not-allowed'],
    ['evil.example', 'host-not-allowed'],
    ['', 'host-not-allowed'],
  ])('the host %j', (host, fault) => {
    expect(ask({ host })).toBe(fault);
  });

  it('lets health be asked under any name', () => {
    expect(ask({ host: '10.0.0.7:3000' }, 'GET', '/healthz')).toBeNull();
  });

  it.each([
    [{ origin: 'https://board.example' }, null],
    [{ origin: 'http://board.example' }, 'cross-site-request'],
    [{ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }, 'cross-site-request'],
    [{ 'sec-fetch-site': 'same-site' }, 'cross-site-request'],
    [{}, null],
  ])('a change from %j', (headers, fault) => {
    expect(ask({ host: 'board.example', ...headers }, 'POST')).toBe(fault);
  });

  it.each([
    ['65536', '/api/v1/session', null],
    ['65537', '/api/v1/session', 'body-too-large'],
    ['99999999', '/api/v1/imports', null],
  ])('a body of %s bytes to %s', (length, path, fault) => {
    expect(ask({ host: 'board.example', 'content-length': length }, 'POST', path)).toBe(fault);
  });
});

it('without sign-in no public name is answered to', () => {
  expect(ask({ host: 'board.example' }, 'GET', '/', configOf({ PUBLIC_URL: 'https://board.example' }))).toBe(
    'host-not-allowed',
  );
});
