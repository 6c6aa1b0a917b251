import type { Window } from '../answers.ts';
import type { Cause } from '../causes.ts';
import type { CostClass } from '../cost-classes.ts';
import { read } from '../evidence.ts';
import type {
  DailyCost,
  Delegation,
  DenyAssignment,
  GroupedCost,
  Identity,
  MembershipSchedule,
  PartnerLink,
  RoleAssignment,
} from '../facts.ts';
import { requireDecimal } from '../money.ts';
import { parseDay } from '../periods.ts';
import type { Access, Credit, Linked, Verdict } from '../statuses.ts';
import * as made from './made-facts.ts';

/** Facts of October 2026 and what has to be said of them, by hand from diagnosis.md of 2026-11-21. */
export type CauseCase = {
  name: string;
  made: made.Made;
  /** Judged then; default: after the month is settled. */
  now?: string;
  expected: {
    cause: Cause;
    verdict?: Verdict;
    access?: Access;
    credit?: Credit;
    linked?: Linked;
    also?: readonly Cause[];
  };
};

/** `nearMiss` looks alike and must not give the code. */
export type CauseCases = { typical: CauseCase; edge: CauseCase; nearMiss: CauseCase };
export type FamilyOfCases = Partial<Record<Cause, CauseCases>>;

export const OCTOBER = Array.from(
  { length: 31 },
  (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`,
);

export const line = (
  day: string,
  net: string,
  costClass: CostClass,
  credit: string | null = null,
): DailyCost => ({
  ...made.cost(day, net, true),
  costClass,
  credit: credit === null ? null : requireDecimal(credit),
});

/** The same line every day. */
export const daily = (costClass: CostClass, net = '10'): DailyCost[] =>
  OCTOBER.map((day) => line(day, net, costClass));
export const earned = daily('EARNED');
export const missed = daily('ELIGIBLE_NOT_EARNED');
export const unclassified = daily('UNCLASSIFIED');
export const from = (day: string): DailyCost[] =>
  OCTOBER.map((one) => line(one, '10', one >= day ? 'EARNED' : 'ELIGIBLE_NOT_EARNED'));

export const grouped = (name: string, net: string, costClass: CostClass): GroupedCost => {
  const { day: _day, ...sums } = line('2026-10-01', net, costClass);
  return { ...sums, grouping: 'resource-group', name };
};
export const groupsRead = (...rows: GroupedCost[]) => ({ groupedCosts: read(rows, made.NOW) });

export const ALWAYS: Window = { begins: null, seenSince: null, ends: null };

export const { ROLES, identity, linked, notLinked, principal } = made;
export const contributor = (index: number) => made.authorization(index, ROLES.contributor);
export const plan = { name: 'gold', publisher: 'us', product: 'managed', version: '1' };

/** A delegation to identity 1 with a role that earns. */
export const toOne = (rest: Partial<Delegation> = {}, role = ROLES.contributor): made.Made => ({
  delegations: [made.delegation({ authorizations: [made.authorization(1, role)] }, rest)],
  identities: [identity(1)],
});
export const linkedOne = (rest: Partial<Delegation> = {}): made.Made => ({
  ...toOne(rest),
  links: [linked(1)],
});
export const ofGroup = (name: string): Partial<Delegation> => ({ resourceGroup: name });
export const scopeOf = (name: string): string => `/subscriptions/${made.SUBSCRIPTION}/resourcegroups/${name}`;

/** A group of ours, principal 7, is authorised; these are its members. */
export const toGroup = (members: readonly Identity[]): made.Made => ({
  delegations: [made.delegation({ authorizations: [contributor(7)] })],
  identities: [identity(7, { type: 'group', appOwnerTenantId: null })],
  members: [[principal(7), [...members]]],
});
export const person = (index: number, rest: Partial<Identity> = {}): Identity =>
  identity(index, { type: 'user', userType: 'Member', appOwnerTenantId: null, ...rest });

export const membership = (index: number, rest: Partial<MembershipSchedule>): MembershipSchedule => ({
  groupId: principal(7),
  principalId: principal(index),
  access: 'member',
  kind: 'assigned',
  startAt: '2026-01-01T00:00:00.000Z',
  endAt: null,
  ...rest,
});
export const scheduled = (...rows: MembershipSchedule[]) => ({
  membershipSchedules: read(new Map([[principal(7), rows]]), made.NOW),
});
/** Read long ago for the first time, so that a membership without a start counts. */
export const seenLongAgo = {
  firstReadAt: new Map([[made.delegation(null).id, '2026-02-01T00:00:00.000Z']]),
};

export const aobo = (rest: Partial<RoleAssignment> = {}): made.Made => ({
  roleAssignments: [made.roleAssignment(rest)],
});
export const foreign = aobo({ principalId: principal(91) });

/** A guest or application in the customer's tenant, principal 60, with a role that earns. */
export const direct = (shown: Partial<Identity>, rest: Partial<RoleAssignment> = {}): made.Made => ({
  roleAssignments: [
    made.roleAssignment({
      principalId: principal(60),
      principalType: 'service-principal',
      roleDefinitionId: ROLES.contributor,
      ...rest,
    }),
  ],
  customer: {
    identities: read(
      new Map([[principal(60), identity(60, { tenantId: made.CUSTOMER, ...shown })]]),
      made.NOW,
    ),
  },
});
export const inCustomer = (link: PartnerLink): PartnerLink => ({ ...link, tenantId: made.CUSTOMER });

export const deny = (rest: Partial<DenyAssignment>): DenyAssignment => ({
  id: 'deny',
  subscriptionId: made.SUBSCRIPTION,
  scope: scopeOf('databricks'),
  scopeLevel: 'resource-group',
  name: null,
  denied: 'everyone',
  excludedIds: [],
  actions: ['*'],
  notActions: ['*/read'],
  coversChildScopes: true,
  madeBySystem: true,
  ...rest,
});
export const denies = (...rows: DenyAssignment[]) => ({ denyAssignments: read(rows, made.NOW) });

export const parsedDay = (text: string) => {
  const day = parseDay(text);
  if (day === null) throw new Error(`${text} is no day`);
  return day;
};
