import type { CostWay } from './facts.ts';
import type { Source } from './statuses.ts';

/** What shows everything, in the order in which it is best connected. */
export const SETUP_STEPS = [
  'identity',
  'partner-ids',
  'partner-type',
  'first-sync',
  'delegated-reader',
  'billing-role',
  'cost-role',
  'cost-detail',
  'agent-groups',
  'directory',
  'group-schedules',
  'gdap',
  'customer-consent',
  'customer-directory',
  'link-credentials',
  'sign-in',
] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** `later`: nothing can be said before a step that comes earlier. */
export const SETUP_STATES = [
  'done',
  'to-do',
  'under-way',
  'refused',
  'partly-refused',
  'failed',
  'later',
] as const;
export type SetupState = (typeof SETUP_STATES)[number];

/** The columns of lists in which a step leaves unknown values. */
export const HIDDEN_COLUMNS = ['linked', 'access', 'credit', 'verdict'] as const;
export type HiddenColumn = (typeof HIDDEN_COLUMNS)[number];

/** The sources that a right shows; each belongs to one step. */
export const SOURCES_OF: Partial<Record<SetupStep, readonly Source[]>> = {
  'delegated-reader': [
    'tenants',
    'subscriptions',
    'resource-groups',
    'delegation-definitions',
    'delegations',
    'role-assignments',
    'role-definitions',
    'deny-assignments',
    'role-schedules',
  ],
  'billing-role': [
    'billing-accounts',
    'billing-profiles',
    'billing-customers',
    'billing-subscriptions',
    'billing-transfers',
  ],
  'cost-role': ['cost-dimensions', 'costs'],
  'agent-groups': ['agent-groups'],
  directory: ['identities'],
  'group-schedules': ['group-schedules'],
  gdap: ['gdap'],
  'customer-consent': [
    'customer-subscriptions',
    'customer-delegations',
    'customer-role-assignments',
    'marketplace-offers',
  ],
  'customer-directory': ['customer-identities'],
  'link-credentials': ['partner-links'],
};

/** GDAP explains, it decides nothing; ways of cost that tell less leave no verdict unknown. */
export const HIDES: Record<SetupStep, readonly HiddenColumn[]> = {
  identity: ['linked', 'access'],
  'partner-ids': ['linked', 'access'],
  'partner-type': ['verdict'],
  'first-sync': [],
  'delegated-reader': ['linked', 'access'],
  'billing-role': ['credit', 'verdict'],
  'cost-role': ['credit'],
  'cost-detail': [],
  'agent-groups': ['access'],
  directory: ['linked', 'access'],
  'group-schedules': ['access'],
  gdap: [],
  'customer-consent': ['linked', 'access'],
  'customer-directory': ['access'],
  'link-credentials': ['linked', 'access'],
  'sign-in': [],
};

/** Without these the page may be wrong as a whole, so nobody can put them out of sight. */
const NEVER_SET_ASIDE: ReadonlySet<SetupStep> = new Set<SetupStep>([
  'identity',
  'partner-ids',
  'partner-type',
  'first-sync',
  'delegated-reader',
  'billing-role',
  'cost-role',
]);

export const maySetAside = (step: SetupStep): boolean => !NEVER_SET_ASIDE.has(step);

export type SourceState = {
  source: Source;
  status: 'complete' | 'partial' | 'failed' | 'never';
  expected: number | null;
  read: number;
  failed: number;
  /** A right was missing where it failed. */
  refused: boolean;
};

export type SetupFacts = {
  azure: boolean;
  partnerIds: number;
  partnerType: boolean;
  signIn: boolean;
  sync: 'never' | 'under-way' | 'failed' | 'done';
  sources: readonly SourceState[];
  costWays: readonly { way: CostWay; permitted: boolean }[];
  /** Subscriptions of which a link decides that nobody may read. */
  unreadLinks: number;
};

export type SetupItem = {
  step: SetupStep;
  state: SetupState;
  /** Those of its sources that a right is missing for. */
  refused: readonly Source[];
};

/** What is connected and what is not, in the order of the steps. */
export const decideSetup = (facts: SetupFacts): SetupItem[] => {
  const states = new Map(facts.sources.map((state) => [state.source, state]));
  return SETUP_STEPS.map((step) => {
    const own = (SOURCES_OF[step] ?? []).flatMap((source) => states.get(source) ?? []);
    return {
      step,
      state: stateOf(step, facts, own),
      refused: own.filter(isLacking).map(({ source }) => source),
    };
  });
};

/** Somebody has to do something about it. */
export const isMissing = ({ state }: Pick<SetupItem, 'state'>): boolean =>
  state === 'to-do' || state === 'refused' || state === 'partly-refused';

/** What to connect next. */
export const nextStep = (items: readonly SetupItem[]): SetupStep | null =>
  items.find(isMissing)?.step ?? null;

const given = (isGiven: boolean): SetupState => (isGiven ? 'done' : 'to-do');

function stateOf(step: SetupStep, facts: SetupFacts, own: readonly SourceState[]): SetupState {
  const { azure, sync } = facts;
  switch (step) {
    case 'identity':
      return given(azure);
    case 'partner-ids':
      return given(facts.partnerIds > 0);
    case 'partner-type':
      return given(facts.partnerType);
    case 'sign-in':
      return given(facts.signIn);
    case 'first-sync':
      return azure ? syncState(sync) : 'later';
    case 'cost-detail':
      return azure ? detailState(facts) : 'later';
    case 'link-credentials':
      return azure && facts.unreadLinks > 0 ? 'to-do' : sourcesState(facts, own);
    default:
      return sourcesState(facts, own);
  }
}

const syncState = (sync: SetupFacts['sync']): SetupState => (sync === 'never' ? 'to-do' : sync);

/** Cost that another way has brought is missing to nobody. */
const isCovered = ({ source, expected, read }: SourceState): boolean =>
  source === 'costs' && expected !== null && expected > 0 && read >= expected;

const isLacking = (state: SourceState): boolean => state.refused && state.failed > 0 && !isCovered(state);

function sourcesState({ azure, sync }: SetupFacts, own: readonly SourceState[]): SetupState {
  if (!azure || sync === 'never' || sync === 'under-way') return 'later';
  const lacking = own.filter(isLacking);
  if (lacking.length > 0) return own.some(({ read }) => read > 0) ? 'partly-refused' : 'refused';
  if (own.some((state) => state.failed > 0 && !isCovered(state))) return 'failed';
  return own.every(({ status }) => status === 'never') ? 'later' : 'done';
}

const TELLS_LESS: ReadonlySet<CostWay> = new Set<CostWay>(['query-profile', 'query-customer']);

/** Queries tell no resource groups and no Azure credit (costdata.md section 5, 2026-11-21). */
function detailState({ costWays }: SetupFacts): SetupState {
  const permitted = costWays.filter((one) => one.permitted);
  if (permitted.length === 0) return 'later';
  return permitted.some(({ way }) => !TELLS_LESS.has(way)) ? 'done' : 'partly-refused';
}
