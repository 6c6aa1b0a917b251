import { expect, it } from 'vitest';
import type { Session } from '#lib/db/sessions.ts';
import { seal, unseal } from './sealed.ts';
import { ABSOLUTE_MS, IDLE_MS, sessionEndMs, sessionState } from './session.ts';

const START = Date.parse('2026-11-21T08:00:00.000Z');
const at = (ms: number): string => new Date(ms).toISOString();

const session = (changes: Partial<Session> = {}): Session => ({
  ...{
    id: 'id',
    personId: 't/p',
    name: 'Ada',
    roles: ['Pec.Viewer'],
    createdAt: at(START),
    seenAt: at(START),
  },
  ...{ verifiedUntil: at(START + 2 * IDLE_MS), endsAt: at(START + ABSOLUTE_MS), endedAt: null },
  ...changes,
});

it.each([
  ['fresh', session(), START + 1, 'live'],
  ['untouched for an hour', session(), START + IDLE_MS, 'idle'],
  [
    'used, but not verified again',
    session({ seenAt: at(START + 2 * IDLE_MS - 1) }),
    START + 2 * IDLE_MS,
    'unverified',
  ],
  ['at its last hour', session({ endsAt: at(START + 5) }), START + 5, 'ended'],
  ['ended', session({ endedAt: at(START + 1) }), START + 1, 'ended'],
  ['renewed, while requests are under way', session({ endedAt: at(START + 30_000) }), START + 29_999, 'live'],
] as const)('a session that is %s', (_name, given, nowMs, state) => {
  expect(sessionState(given, nowMs)).toBe(state);
});

it('ends at the first of its ends', () => {
  expect(sessionEndMs(session())).toBe(START + IDLE_MS);
  expect(sessionEndMs(session({ verifiedUntil: at(START + 9) }))).toBe(START + 9);
});

const SECRET = 'a-secret-of-at-least-32-characters!!';

it.each([
  ['of another secret', { secret: 'another-secret-of-32-characters!!!!!' }],
  ['of another purpose', { purpose: 'sign-in' as const }],
  ['that has run out', { nowMs: START + 60_001 }],
])('opens no cookie %s', async (_name, change) => {
  const sealed = await seal('text', { secret: SECRET, purpose: 'session', expiresAtMs: START + 60_000 });
  const right = { secret: SECRET, purpose: 'session' as const, nowMs: START };
  expect(await unseal(sealed, right)).toBe('text');
  expect(await unseal(sealed, { ...right, ...change })).toBeNull();
  expect(await unseal(`${sealed.slice(0, -4)}AAAA`, right)).toBeNull();
});
