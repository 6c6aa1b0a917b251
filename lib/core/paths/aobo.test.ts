import { describe, expect, it } from 'vitest';
import { accessPaths } from '../access-paths.ts';
import { no, unknown, yes } from '../answers.ts';
import { read, unread, type Facts } from '../evidence.ts';
import { aobo, identity, principal, ROLES, scopeOf } from '../testing/cause-case.ts';
import * as made from '../testing/made-facts.ts';
import { partiesOf } from './parties.ts';

const paths = (of: made.Made) => {
  const facts = made.madeFacts(of);
  return accessPaths(facts, partiesOf(facts));
};
const AGENTS: Facts['managing']['agentGroups'] = read(
  [
    { principalId: principal(89), name: 'HelpdeskAgents' },
    { principalId: made.ADMIN_AGENTS, name: 'AdminAgents' },
  ],
  made.NOW,
);
const LONG_AGO = Date.parse('2026-01-01T00:00:00.000Z');

describe('admin on behalf of', () => {
  it('counts by any of our agent groups, from when the role was given', () => {
    for (const principalId of [principal(89), made.ADMIN_AGENTS])
      expect(paths({ ...aobo({ principalId }), agentGroups: AGENTS })).toMatchObject([
        {
          kind: 'aobo',
          owner: 'us',
          answer: yes({ begins: LONG_AGO, seenSince: null, ends: null }),
          roleDefinitionId: ROLES.owner,
          principalId,
          narrowScope: null,
          inherited: false,
          origin: null,
          permanent: true,
        },
      ]);
  });

  it('is known by the id of the group, whatever kind of principal Azure calls it', () => {
    for (const principalId of [principal(89), made.ADMIN_AGENTS])
      for (const principalType of ['foreign-group', 'other', 'group'] as const)
        expect(paths({ ...aobo({ principalId, principalType }), agentGroups: AGENTS })).toMatchObject([
          { kind: 'aobo', owner: 'us' },
        ]);
  });

  it('by a stranger says whose it is, and is unknown while our groups are unread', () => {
    const theirs = aobo({ principalId: principal(91) });
    expect(paths({ ...theirs, agentGroups: AGENTS })).toMatchObject([
      { owner: 'third-party', answer: no('foreign-principal-of-another-partner') },
    ]);
    expect(paths({ ...theirs, agentGroups: unread('forbidden') })).toMatchObject([
      { owner: 'unknown', answer: unknown('access-unread') },
    ]);
    const provider = { profile: { type: 'indirect-provider' as const } };
    expect(paths({ ...theirs, ...provider })).toMatchObject([
      { owner: 'unknown', answer: unknown('access-unread') },
    ]);
  });

  it('covers what its scope covers', () => {
    const scope = scopeOf('web');
    expect(paths(aobo({ scope, scopeLevel: 'resource-group' }))).toMatchObject([
      { narrowScope: scope, inherited: false },
    ]);
    expect(paths(aobo({ scope: '/providers/management', scopeLevel: 'above' }))).toMatchObject([
      { narrowScope: null, inherited: true },
    ]);
  });
});

describe('an unread list of agent groups', () => {
  it('leaves people and applications with direct roles to be judged as such', () => {
    const facts: made.Made = {
      ...aobo({ principalId: principal(60), principalType: 'user', roleDefinitionId: ROLES.contributor }),
      agentGroups: unread('forbidden'),
      customer: {
        identities: read(
          new Map([[principal(60), identity(60, { tenantId: made.CUSTOMER, appOwnerTenantId: made.US })]]),
          made.NOW,
        ),
      },
    };
    expect(paths(facts)).toMatchObject([{ kind: 'direct', owner: 'us' }]);
  });
});
