import { COST_CLASSES, type CostClass } from '#lib/core/cost-classes.ts';
import { linkKey, read, unread, type Facts } from '#lib/core/evidence.ts';
import type { Delegation, Identity, PartnerLink } from '#lib/core/facts.ts';
import {
  parsePartnerId,
  parsePrincipalId,
  parseRoleDefinitionId,
  parseSubscriptionId,
  parseTenantId,
} from '#lib/core/ids.ts';
import { judgeSubscription } from '#lib/core/judge.ts';
import { requireDecimal } from '#lib/core/money.ts';
import { daysBetween, firstDay, lastDay, parsePeriod } from '#lib/core/periods.ts';

const SUBSCRIPTIONS = 50_000;
const AUTHORIZATIONS_EACH = 5;
const PER_CUSTOMER = 5;
const READ_AT = '2026-10-06T06:00:00.000Z';
const LONG_AGO = '2026-01-01T00:00:00.000Z';

function required<Value>(value: Value | null): Value {
  if (value === null) throw new Error('a made id is wrong');
  return value;
}

const guid = (kind: number, index: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`;
const person = (index: number) => required(parsePrincipalId(guid(3, index)));
const US = required(parseTenantId(guid(1, 0)));
const OUR_ID = required(parsePartnerId('5001002'));
const role = (id: string) => required(parseRoleDefinitionId(id));
const ROLES = [
  'b24988ac-6180-42a0-ab88-20f7382dd24c',
  'cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e',
  'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  '43d0d8ad-25c7-4714-9337-8ba259a9fe05',
  '76cc9ee4-d5d3-4a45-a930-26add3d73475',
].map(role);
const MONTH = required(parsePeriod('2026-09'));
const DAYS = daysBetween(firstDay(MONTH), lastDay(MONTH));
const PEOPLE = 40;
const GROUP = person(500);

const identity = (index: number, type: Identity['type']): Identity => ({
  tenantId: US,
  principalId: person(index),
  type,
  displayName: null,
  enabled: true,
  userType: null,
  appOwnerTenantId: type === 'service-principal' ? US : null,
  appId: null,
  homeUserName: null,
});

function managingFacts(): Facts['managing'] {
  const people = Array.from({ length: PEOPLE }, (_, index) =>
    identity(index, index % 2 === 0 ? 'service-principal' : 'user'),
  );
  const links = people
    .filter((_, index) => index % 3 !== 2)
    .map(({ principalId }, index): [string, PartnerLink] => [
      linkKey(US, principalId),
      {
        tenantId: US,
        principalId,
        displayName: null,
        how: 'link-credential',
        checkedAt: READ_AT,
        link:
          index % 2 === 0
            ? { state: 'linked', partnerId: OUR_ID, partnerName: null, since: LONG_AGO }
            : { state: 'not-linked' },
      },
    ]);
  const group = identity(500, 'group');
  return {
    agentGroups: read([{ principalId: person(900), name: 'AdminAgents' }], READ_AT),
    identities: read(new Map([...people, group].map((one) => [one.principalId, one])), READ_AT),
    groupMembers: new Map([[GROUP, people.slice(0, 10)]]),
    membershipSchedules: read(new Map(), READ_AT),
    links: new Map(links),
    enrolmentMovedAt: read(null, READ_AT),
  };
}

const delegation = (index: number, subscriptionId: Delegation['subscriptionId']): Delegation => ({
  id: `/subscriptions/${subscriptionId}/providers/microsoft.managedservices/registrationassignments/${index}`,
  subscriptionId,
  resourceGroup: index % 11 === 0 ? 'web' : null,
  definitionId: 'definition',
  provisioningState: 'Succeeded',
  createdAt: index % 7 === 0 ? '2026-09-12T10:00:00.000Z' : LONG_AGO,
  definition: {
    name: null,
    managedByTenantId: US,
    managedByTenantName: null,
    manageeTenantId: null,
    manageeTenantName: null,
    plan: null,
    provisioningState: 'Succeeded',
    justInTime: [],
    authorizations: Array.from({ length: AUTHORIZATIONS_EACH }, (_, position) => ({
      principalId: position === 4 ? GROUP : person((index + position) % PEOPLE),
      principalDisplayName: null,
      roleDefinitionId: ROLES[(index + position) % ROLES.length] ?? role(guid(0, 0)),
    })),
  },
});

const classOn = (index: number, day: number): CostClass =>
  index % 5 === 0
    ? (COST_CLASSES[day % COST_CLASSES.length] ?? 'EARNED')
    : index % 2 === 0
      ? 'EARNED'
      : 'ELIGIBLE_NOT_EARNED';

function factsOf(index: number, managing: Facts['managing'], profile: Facts['profile']): Facts {
  const subscriptionId = required(parseSubscriptionId(guid(2, index)));
  const lines = DAYS.flatMap((day, position) =>
    [classOn(index, position), 'INELIGIBLE_MARKETPLACE' as const].map((costClass) => ({
      subscriptionId,
      day,
      currency: 'EUR',
      costClass,
      net: requireDecimal(`${10 + (index % 90)}.${10 + position}`),
      netUsd: null,
      credit: null,
    })),
  );
  return {
    profile,
    managing,
    customer: {
      tenantId: required(parseTenantId(guid(1, 1 + Math.floor(index / PER_CUSTOMER)))),
      billedByUs: true,
      identities: read(new Map(), READ_AT),
      groupMembers: new Map(),
      servicePrincipalId: null,
      gdap: unread('not-asked'),
      marketplaceOffers: read([], READ_AT),
    },
    subscription: {
      subscriptionId,
      delegations: read([delegation(index, subscriptionId)], READ_AT),
      roleAssignments: read([], READ_AT),
      denyAssignments: read([], READ_AT),
      roleSchedules: read([], READ_AT),
      costs: read(lines, READ_AT),
      costWay: 'report-profile',
      rateSeen: null,
      lowerPriceUnflagged: unread('not-asked'),
      groupedCosts: unread('not-asked'),
      resourceGroups: read([], READ_AT),
      billing: unread('not-asked'),
      transfers: read([], READ_AT),
      costDataUntil: null,
      firstReadAt: new Map(),
    },
  };
}

/** Judges a month of 50,000 subscriptions; facts are made in batches, as the sync loads them by customer. */
export function benchVerdicts(): Promise<object> {
  const managing = managingFacts();
  const profile: Facts['profile'] = {
    managingTenantId: US,
    partnerIds: new Set([OUR_ID]),
    globalId: null,
    type: 'direct-bill',
    creditRateFraction: requireDecimal('0.15'),
    resellers: null,
  };
  const verdicts: Record<string, number> = {};
  let judgingMs = 0;
  let cpuMs = 0;
  const begun = performance.now();
  for (let first = 0; first < SUBSCRIPTIONS; first += PER_CUSTOMER) {
    const batch = Array.from({ length: PER_CUSTOMER }, (_, offset) =>
      factsOf(first + offset, managing, profile),
    );
    const before = performance.now();
    const cpuBefore = process.cpuUsage();
    for (const facts of batch) {
      const { verdict } = judgeSubscription(facts, MONTH, READ_AT);
      verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    }
    judgingMs += performance.now() - before;
    cpuMs += process.cpuUsage(cpuBefore).user / 1000;
  }
  const seconds = (ms: number): number => Number((ms / 1000).toFixed(2));
  return Promise.resolve({
    subscriptions: SUBSCRIPTIONS,
    authorizations: SUBSCRIPTIONS * AUTHORIZATIONS_EACH,
    days: DAYS.length,
    judgingSeconds: seconds(judgingMs),
    // Of this process alone: on a busy machine the clock runs on while others compute.
    judgingCpuSeconds: seconds(cpuMs),
    withMakingFactsSeconds: seconds(performance.now() - begun),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    verdicts,
  });
}
