import { describe, expect, it } from 'vitest';
import { createLogger } from './log.ts';

const CANARY = 'canary-8f2e1c';
const JWT = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(CANARY).toString('base64url')}.c2lnbmF0dXJl`;

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger({ write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  const objects: [string, object][] = [
    ['an authorization header', { headers: { Authorization: `Bearer ${CANARY}` } }],
    ['a client secret', { clientSecret: CANARY }],
    ['a secret in capitals', { AZURE_CLIENT_SECRET: CANARY }],
    ['a token far down', { a: [{ b: { c: { access_token: CANARY } } }] }],
    ['a password object', { password: { value: CANARY } }],
    ['an assertion', { body: { client_assertion: CANARY } }],
    ['a cookie', { headers: { 'set-cookie': [CANARY] } }],
    ['a form body', { body: `grant_type=client_credentials&client_secret=${CANARY}&scope=x` }],
    ['a JSON body', { body: JSON.stringify({ access_token: CANARY }) }],
    ['a database address', { url: `postgres://user:${CANARY}@db.example/pec` }],
    ['a bearer value without a key', { note: `sent Bearer ${CANARY}` }],
    ['a signed storage link', { url: `https://a.blob.example/x?sv=1&sig=${CANARY}&se=2` }],
    ['a private key', { pem: `-----BEGIN PRIVATE KEY-----\n${CANARY}\n-----END PRIVATE KEY-----` }],
    ['a map', { headers: new Map([['authorization', CANARY]]) }],
  ];
  it.each(objects)('hides %s', (_name, object) => {
    const line = logged((log) => log.error(object, 'failed'));
    expect(line).toContain('failed');
    expect(line).not.toContain(CANARY);
  });

  it('hides tokens in messages, also where they are parameters of the message', () => {
    const line = logged((log) => {
      log.info(`got ${JWT}`);
      log.info('got %s', JWT);
      log.warn(`Authorization: Bearer ${CANARY}`);
    });
    expect(line).not.toContain(JWT.split('.')[1]);
    expect(line).not.toContain(CANARY);
    expect(line.match(/got \[redacted\]/g)).toHaveLength(2);
  });

  it('writes an error with its causes but without the request it carries', () => {
    const request = { headers: { 'x-custom': CANARY } };
    const error = new Error('refused', { cause: new Error(`inner Bearer ${CANARY}`) });
    Object.assign(error, { code: 'AuthorizationFailed', statusCode: 403, request });
    const line = logged((log) => log.error({ err: error }, 'read failed'));
    const parsed = JSON.parse(line) as { err: Record<string, unknown>; level: string };
    expect(parsed.err).toMatchObject({ message: 'refused', code: 'AuthorizationFailed', statusCode: 403 });
    expect(parsed.level).toBe('error');
    expect(line).toContain('inner Bearer [redacted]');
    expect(line).not.toContain(CANARY);
  });

  it('writes an error that is the whole line', () => {
    const line = logged((log) => log.error(new Error('plain')));
    expect(JSON.parse(line)).toMatchObject({ err: { message: 'plain' } });
  });

  it('keeps ordinary facts readable and valid JSON', () => {
    const line = logged((log) =>
      log.info({ tenantId: 't-1', rows: 12, at: new Date(0), self: null }, 'read'),
    );
    expect(JSON.parse(line)).toMatchObject({
      tenantId: 't-1',
      rows: 12,
      at: '1970-01-01T00:00:00.000Z',
      msg: 'read',
    });
  });

  it('survives an object that contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop['loop'] = loop;
    expect(logged((log) => log.info(loop, 'round'))).toContain('round');
  });
});
