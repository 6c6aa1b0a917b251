import { describe, expect, it } from 'vitest';
import { read, type Facts } from './evidence.ts';
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
  CUSTOMER,
  OTHER_PARTNER_ID,
  principal,
  STRANGER,
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

  const uncredited = [cost('2026-10-05', '10', false)];
  const before = '2026-11-20T09:00:00.000Z';
  const judged = (facts: Facts) => judgeSubscription(facts, october, NOW);
  const contributor = { principalType: 'user' as const, roleDefinitionId: ROLES.contributor };

  it('does not take an identity for deleted that was named after the directory was read', () => {
    const facts = madeFacts({ ...ours, links: [], identities: read(new Map(), before), costs: uncredited });
    expect(judged(facts)).toMatchObject({ linked: 'unknown', access: 'unknown', cause: 'access-unread' });
    const asked = madeFacts({ ...ours, links: [], identities: [], costs: uncredited });
    expect(judged(asked)).toMatchObject({ linked: 'no', cause: 'linked-identity-gone' });
  });

  it("does not take a direct principal for deleted that was named after the customer's directory was read", () => {
    const assigned = roleAssignment({ ...contributor, principalId: principal(60) });
    const facts = (at: string) =>
      madeFacts({
        roleAssignments: [assigned],
        customer: { identities: read(new Map(), at) },
        costs: uncredited,
      });
    expect(judged(facts(before))).toMatchObject({ linked: 'unknown', access: 'unknown' });
    expect(judged(facts(NOW))).toMatchObject({ linked: 'no', access: 'not-covered' });
  });

  it('knows our agent group by its id where Azure names a principal type that is new to us', () => {
    const facts = madeFacts({ roleAssignments: [roleAssignment({ principalType: 'other' })] });
    expect(judged(facts)).toMatchObject({ linked: 'automatic', access: 'covered' });
    const other = { ...contributor, principalType: 'other' as const, principalId: principal(60) };
    expect(judged(madeFacts({ roleAssignments: [roleAssignment(other)] }))).toMatchObject({
      linked: 'unknown',
      access: 'unknown',
    });
  });

  it('cannot say who is linked where a delegation came without its definition', () => {
    expect(judged(madeFacts({ delegations: [delegation(null)], costs: uncredited }))).toMatchObject({
      linked: 'unknown',
      access: 'not-covered',
      cause: 'delegation-broken',
    });
  });

  it('says of days before a linked member was seen that her start is unread, not the links of her colleagues', () => {
    const members = [identity(8), identity(9, { type: 'user' })];
    const facts = madeFacts({
      delegations: [delegation({ authorizations: [authorization(7, ROLES.contributor)] })],
      identities: [identity(7, { type: 'group' })],
      members: [[principal(7), members]],
      links: [linked(8)],
      costs: uncredited,
    });
    expect(judged(facts)).toMatchObject({ access: 'unknown', cause: 'access-unread' });
  });

  const earningUntil = (last: number) =>
    Array.from({ length: last }, (_, index) =>
      cost(`2026-11-${String(index + 1).padStart(2, '0')}`, '10', true),
    );

  it('does not take days after the last reading of cost for days without usage', () => {
    const costs = read(earningUntil(8), '2026-11-09T09:00:00.000Z');
    const late = judgeSubscription(madeFacts({ ...ours, costs }), november, NOW);
    expect(late).toMatchObject({ verdict: 'unverified', credit: 'unknown', cause: 'no-billing-scope-data' });
  });

  it('judges cost of the day before as of its own date', () => {
    const costs = read(earningUntil(19), '2026-11-20T09:00:00.000Z');
    const judgedNow = judgeSubscription(madeFacts({ ...ours, costs }), november, NOW);
    expect(judgedNow).toMatchObject({ verdict: 'earning', credit: 'credited' });
    expect(judgedNow.days[16]).toMatchObject({ day: '2026-11-17', verdict: 'pending' });
  });

  const strangers: [string, Parameters<typeof madeFacts>[0]][] = [
    ["a stranger's agent group", { roleAssignments: [roleAssignment({ principalId: principal(91) })] }],
    [
      'a delegation to another tenant',
      {
        delegations: [
          delegation({
            managedByTenantId: STRANGER,
            authorizations: [authorization(50, ROLES.contributor)],
          }),
        ],
      },
    ],
    ['a link to an id that is not ours', { ...ours, links: [linked(1, OTHER_PARTNER_ID)] }],
    [
      'an application of another tenant',
      {
        roleAssignments: [roleAssignment({ ...contributor, principalId: principal(60) })],
        customer: {
          identities: read(
            new Map([[principal(60), identity(60, { tenantId: CUSTOMER, appOwnerTenantId: STRANGER })]]),
            NOW,
          ),
        },
      },
    ],
  ];

  it.each(strangers)('leaves unknown for an indirect provider, whose reseller counts: %s', (_name, made) => {
    const of = (type: 'direct-bill' | 'indirect-provider' | null) =>
      judged(madeFacts({ ...made, costs: uncredited, profile: { type } }));
    expect(of('indirect-provider')).toMatchObject({ access: 'unknown', cause: 'access-unread' });
    expect(of(null)).toMatchObject({ access: 'unknown', cause: 'access-unread' });
    expect(of('direct-bill').access).toBe('not-covered');
  });
});

describe('a month in which all cost switched', () => {
  const october31 = Array.from({ length: 31 }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`);
  const credited = (isCredited: (day: string) => boolean) =>
    judgeSubscription(
      madeFacts({ costs: october31.map((day) => cost(day, '10', isCredited(day))) }),
      october,
      NOW,
    );

  it('names the day of change as its cause when access went and left no trace', () => {
    expect(credited((day) => day < '2026-10-12')).toMatchObject({
      verdict: 'partial',
      cause: 'access-part-of-period',
      alsoCauses: ['credited-by-unseen-access', 'sold-without-access'],
    });
  });

  it('looks for another cause when it switched more than once', () => {
    const judged = credited((day) => day < '2026-10-12' || day > '2026-10-20');
    expect(judged).toMatchObject({ verdict: 'partial', cause: 'sold-without-access' });
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
