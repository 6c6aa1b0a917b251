import fc from 'fast-check';
import { COST_CLASSES } from '../cost-classes.ts';
import { read, unread, type Facts } from '../evidence.ts';
import type { DailyCost, Identity, MembershipSchedule, PartnerLink } from '../facts.ts';
import { requireDecimal } from '../money.ts';
import { deny, grouped, identity, line, linked, notLinked, OCTOBER, person, scopeOf } from './cause-case.ts';
import * as made from './made-facts.ts';

/** Worlds in which everything was read; indices of people are few, so that facts meet. */

const INDICES = [1, 2, 3, 7, 8] as const;
const index = fc.constantFrom(...INDICES);
const roles = fc.constantFrom(...Object.values(made.ROLES), made.ROLES.contributor, made.ROLES.contributor);
const groups = fc.constantFrom('web', 'data', 'databricks');
const instants = fc.constantFrom(
  '2026-01-01T00:00:00.000Z',
  '2026-10-01T00:00:00.000Z',
  '2026-10-10T12:00:00.000Z',
  '2026-11-20T00:00:00.000Z',
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const delegations = fc
  .array(
    fc.record({
      authorizations: fc.array(fc.tuple(index, roles), { maxLength: 3 }),
      justInTime: fc.array(fc.tuple(index, roles), { maxLength: 1 }),
      marketplace: fc.boolean(),
      state: fc.constantFrom('Succeeded', 'Succeeded', 'Succeeded', 'Failed'),
      group: maybe(groups),
      createdAt: maybe(instants),
    }),
    { maxLength: 3 },
  )
  .map((rows) =>
    rows.map((row, position) =>
      made.delegation(
        {
          authorizations: row.authorizations.map(([who, role]) => made.authorization(who, role)),
          justInTime: row.justInTime.map(([who, role]) => made.justInTime(who, role)),
          plan: row.marketplace ? { name: 'gold', publisher: 'us', product: 'managed', version: '1' } : null,
        },
        {
          id: `delegation ${position}`,
          provisioningState: row.state,
          resourceGroup: row.group,
          createdAt: row.createdAt,
        },
      ),
    ),
  );

const assignments = fc
  .array(
    fc.record({
      who: fc.constantFrom(60, 61, 90, 91),
      role: roles,
      group: maybe(groups),
      createdAt: maybe(instants),
    }),
    { maxLength: 3 },
  )
  .map((rows) =>
    rows.map(({ who, role, group, createdAt }, position) =>
      made.roleAssignment({
        id: `assignment ${position}`,
        principalId: made.principal(who),
        principalType: who >= 90 ? 'foreign-group' : 'service-principal',
        roleDefinitionId: role,
        scope: group === null ? `/subscriptions/${made.SUBSCRIPTION}` : scopeOf(group),
        scopeLevel: group === null ? 'subscription' : 'resource-group',
        createdAt,
      }),
    ),
  );

const OURS = made.OUR_PARTNER_ID;
const partnerIds = fc.constantFrom(OURS, OURS, OURS, OURS, made.GLOBAL_ID, made.OTHER_PARTNER_ID);

/** A disabled identity can prove nothing with a token of its own. */
const people = fc
  .tuple(
    ...INDICES.map(() =>
      fc.record({
        enabled: fc.constantFrom(true, true, true, false),
        partnerId: maybe(partnerIds),
        since: maybe(instants),
      }),
    ),
  )
  .map((rows) =>
    rows.map(({ enabled, partnerId, since }, position): [Identity, PartnerLink] => {
      const who = INDICES[position] ?? 1;
      const shown = who === 8 ? person(8, { enabled }) : identity(who, { enabled });
      const link = partnerId === null ? notLinked(who) : linked(who, partnerId, since);
      const type = who === 7 ? { type: 'group' as const, appOwnerTenantId: null } : {};
      return [
        { ...shown, ...type },
        { ...link, how: enabled ? 'link-credential' : 'attested' },
      ];
    }),
  );

const schedules = fc
  .array(
    fc.record({
      kind: fc.constantFrom('assigned' as const, 'activated' as const, 'eligible' as const),
      startAt: maybe(instants),
      endAt: maybe(instants),
    }),
    { maxLength: 2 },
  )
  .map((rows) =>
    rows.map((row): MembershipSchedule => ({
      groupId: made.principal(7),
      principalId: made.principal(8),
      access: 'member',
      ...row,
    })),
  );

const classes = fc.constantFrom(...COST_CLASSES);
const amounts = fc.integer({ min: -500, max: 5000 }).map((cents) => `${cents / 100}`);
const currencies = fc.constantFrom('EUR', 'USD');

export const arbitraryLines = (maxLength: number): fc.Arbitrary<DailyCost[]> =>
  fc
    .array(fc.tuple(fc.constantFrom(...OCTOBER), amounts, classes, currencies), { maxLength })
    .map((rows) =>
      rows.map(([day, net, costClass, currency]) => ({ ...line(day, net, costClass), currency })),
    );

/** Months of one mood are worth more than noise: every day alike, or noise on top. */
const costs = fc
  .tuple(fc.array(classes, { maxLength: 2 }), arbitraryLines(4))
  .map(([everyDay, noise]) => [
    ...everyDay.flatMap((one) => OCTOBER.map((day) => line(day, '10', one))),
    ...noise,
  ]);

export const arbitraryFacts: fc.Arbitrary<Facts> = fc
  .record({
    delegations,
    assignments,
    people,
    schedules,
    costs,
    groupCosts: fc.array(fc.tuple(groups, amounts, classes), { maxLength: 4 }),
    denied: fc.array(groups, { maxLength: 1 }),
    type: fc.constantFrom('direct-bill' as const, 'direct-bill' as const, 'indirect-provider' as const, null),
    firstRead: maybe(instants),
    lower: fc.boolean(),
  })
  .map((world) => {
    const shown = world.people.map(([one]) => one);
    const facts = made.madeFacts({
      delegations: world.delegations,
      roleAssignments: world.assignments,
      costs: world.costs,
      identities: shown,
      members: [[made.principal(7), shown.filter(({ type }) => type !== 'group').slice(2)]],
      links: world.people.filter(([one]) => one.type !== 'group').map(([, link]) => link),
      profile: { type: world.type },
      managing: { membershipSchedules: read(new Map([[made.principal(7), world.schedules]]), made.NOW) },
      customer: {
        identities: read(
          new Map(
            [60, 61].map((who) => [
              made.principal(who),
              identity(who, {
                tenantId: made.CUSTOMER,
                appOwnerTenantId: who === 60 ? made.US : made.CUSTOMER,
              }),
            ]),
          ),
          made.NOW,
        ),
      },
      rest: {
        denyAssignments: read(
          world.denied.map((name) => deny({ scope: scopeOf(name) })),
          made.NOW,
        ),
        groupedCosts: read(
          world.groupCosts.map(([name, net, costClass]) => grouped(name, net, costClass)),
          made.NOW,
        ),
        resourceGroups: read(['web', 'data'], made.NOW),
        lowerPriceUnflagged: read(world.lower, made.NOW),
        firstReadAt: world.firstRead === null ? new Map() : new Map([['delegation 0', world.firstRead]]),
        rateSeen: requireDecimal('0.15'),
      },
    });
    return facts;
  });

const hidden = unread('forbidden', 'a right');

/** Each way of making one fact unread. */
type Directory = Pick<Facts['managing'], 'identities' | 'groupMembers'>;

/** Lists of a directory may leave this one thing open. */
function enabledUnread({ identities, groupMembers }: Directory): Directory {
  const open = (known: Identity): Identity => ({ ...known, enabled: null });
  return {
    identities:
      identities.state === 'unread'
        ? identities
        : read(new Map([...identities.value].map(([id, held]) => [id, open(held)])), identities.at),
    groupMembers: new Map([...groupMembers].map(([id, members]) => [id, members.map(open)])),
  };
}

export const BLINDFOLDS: Record<string, (facts: Facts) => Facts> = {
  delegations: (facts) => ({ ...facts, subscription: { ...facts.subscription, delegations: hidden } }),
  'role assignments': (facts) => ({
    ...facts,
    subscription: { ...facts.subscription, roleAssignments: hidden },
  }),
  denies: (facts) => ({ ...facts, subscription: { ...facts.subscription, denyAssignments: hidden } }),
  'role schedules': (facts) => ({ ...facts, subscription: { ...facts.subscription, roleSchedules: hidden } }),
  costs: (facts) => ({ ...facts, subscription: { ...facts.subscription, costs: hidden } }),
  'costs by group': (facts) => ({ ...facts, subscription: { ...facts.subscription, groupedCosts: hidden } }),
  billing: (facts) => ({
    ...facts,
    subscription: { ...facts.subscription, billing: hidden, transfers: hidden },
  }),
  'partner type': (facts) => ({ ...facts, profile: { ...facts.profile, type: null } }),
  'agent groups': (facts) => ({ ...facts, managing: { ...facts.managing, agentGroups: hidden } }),
  identities: (facts) => ({ ...facts, managing: { ...facts.managing, identities: hidden } }),
  'whether anybody is enabled': ({ managing, customer, ...facts }) => ({
    ...facts,
    managing: { ...managing, ...enabledUnread(managing) },
    customer: { ...customer, ...enabledUnread(customer) },
  }),
  'group members': (facts) => ({ ...facts, managing: { ...facts.managing, groupMembers: new Map() } }),
  memberships: (facts) => ({ ...facts, managing: { ...facts.managing, membershipSchedules: hidden } }),
  links: (facts) => ({ ...facts, managing: { ...facts.managing, links: new Map() } }),
  "the customer's identities": (facts) => ({ ...facts, customer: { ...facts.customer, identities: hidden } }),
};
