import { describe, expect, it } from 'vitest';
import { judgeSubscription } from './judge.ts';
import { parsePeriod } from './periods.ts';
import {
  authorization,
  cost,
  delegation,
  identity,
  linked,
  madeFacts,
  NOW,
  roleAssignment,
  ROLES,
  SUBSCRIPTION,
} from './testing/made-facts.ts';

const october = parsePeriod('2026-10') ?? never();
const november = parsePeriod('2026-11') ?? never();

function never(): never {
  throw new Error('a made month is wrong');
}

const ours = {
  delegations: [delegation({ authorizations: [authorization(1, ROLES.contributor)] })],
  identities: [identity(1)],
  links: [linked(1)],
};

describe('what was not read never becomes no, and never greener', () => {
  it('says nothing of the credit of a month of which no day can be judged yet', () => {
    const judged = judgeSubscription(madeFacts({ ...ours, costs: [] }), november, '2026-11-03T10:00:00.000Z');
    expect(judged).toMatchObject({ verdict: 'pending', credit: 'unknown' });
  });
});

describe('the reason of partial access', () => {
  it('is not looked for within the part that is covered', () => {
    const group = `/subscriptions/${SUBSCRIPTION}/resourcegroups/web`;
    const facts = madeFacts({
      delegations: [
        delegation({ authorizations: [authorization(1, ROLES.contributor)] }, { resourceGroup: 'web' }),
      ],
      identities: [identity(1)],
      links: [linked(1)],
      roleAssignments: [
        roleAssignment({
          scope: `${group}/providers/microsoft.web/sites/shop`,
          scopeLevel: 'resource',
          roleDefinitionId: ROLES.unlisted,
        }),
      ],
      costs: [cost('2026-10-05', '10', false)],
    });
    expect(judgeSubscription(facts, october, NOW)).toMatchObject({
      access: 'partly',
      cause: 'resource-group-delegation-only',
    });
  });

  it('is that of a group that merely begins with the same name', () => {
    const facts = madeFacts({
      delegations: [
        delegation({ authorizations: [authorization(1, ROLES.contributor)] }, { resourceGroup: 'web' }),
      ],
      identities: [identity(1)],
      links: [linked(1)],
      roleAssignments: [
        roleAssignment({
          scope: `/subscriptions/${SUBSCRIPTION}/resourcegroups/web-two`,
          scopeLevel: 'resource-group',
          roleDefinitionId: ROLES.unlisted,
        }),
      ],
      costs: [cost('2026-10-05', '10', false)],
    });
    expect(judgeSubscription(facts, october, NOW).cause).toBe('role-not-listed');
  });
});
