/** Of a sliding window: no more units than this in any stretch of this length. */
export type Window = { most: number; ms: number };

export type Limit =
  /** Shortest window first. */
  | { kind: 'windows'; windows: readonly Window[] }
  | { kind: 'bucket'; most: number; perSecond: number }
  /** No number is known; it can be told to wait all the same. */
  | { kind: 'open' };

/** Whether the budget is one for all that is asked, or of one subscription or storage account. */
export type Reach = 'everybody' | 'one';

/** What one call takes of one budget. */
export type Charge = {
  key: string;
  limit: Limit;
  units: number;
  /** Budgets of more urgent calls that count against this one too: what they still hold stays free when it goes. */
  leavesTo: readonly Pick<Charge, 'key' | 'limit'>[];
  reach: Reach;
};

/** `answeredAt` null: under way. What Azure counts lies between the start and the answer. */
type Use = { ticket: string; startedAt: number; answeredAt: number | null; units: number };

export type BudgetState = {
  uses: readonly Use[];
  /** Of a bucket: what was left, and when; null: full. */
  level: { left: number; at: number } | null;
  /** Sizes of the windows, or of the bucket, where answers told of more than is known; 0: they did not. */
  learned: readonly number[];
  pausedUntil: number;
};

export const UNUSED: BudgetState = { uses: [], level: null, learned: [], pausedUntil: 0 };

export const WAIT_REASONS = ['azure-asked', 'own-budget', 'report'] as const;
/** Azure asked for it; our own count says so before Azure has to; or Azure is making a report. */
export type WaitReason = (typeof WAIT_REASONS)[number];

export type Wait = { untilMs: number; reason: WaitReason };

/** What an answer told about a budget. */
export type Observation =
  /** `windowMs` null: the only window, or the shortest. `resetsAtMs` null: not told. */
  | { kind: 'remaining'; key: string; remaining: number; windowMs: number | null; resetsAtMs: number | null }
  | { kind: 'units'; key: string; units: number }
  | { kind: 'pause'; key: string; untilMs: number };

/** Where budgets are kept: in this process, or in a database for all processes. */
export type ThrottleBudget = {
  /** A ticket to go now, or until when to wait before asking again. */
  take: (charges: readonly Charge[], nowMs: number) => Promise<Taken>;
  /** Told once for each ticket, when its call has ended. */
  settle: (ticket: Ticket, observed: readonly Observation[], nowMs: number) => Promise<void>;
};

export type Ticket = { id: string; charges: readonly Charge[] };
export type Taken = { kind: 'go'; ticket: Ticket } | ({ kind: 'wait' } & Wait);

/** A call that has not ended by then never will: its process has died. */
const LONGEST_CALL_MS = 2 * 60_000;

/** Until it is answered a call may be counted at any moment from its start to now. */
const countedAt = ({ startedAt, answeredAt }: Use, now: number): number =>
  answeredAt ?? Math.min(now, startedAt + LONGEST_CALL_MS);

/** A limit as answers have shown it: quotas differ between agreements and over the years. */
function learnedLimit({ learned }: BudgetState, limit: Limit): Limit {
  const atLeast = (most: number, index: number): number => Math.max(most, learned[index] ?? 0);
  switch (limit.kind) {
    case 'open':
      return limit;
    case 'bucket': {
      const most = atLeast(limit.most, 0);
      return { kind: 'bucket', most, perSecond: (limit.perSecond * most) / limit.most };
    }
    case 'windows':
      return {
        kind: 'windows',
        windows: limit.windows.map(({ most, ms }, index) => ({ most: atLeast(most, index), ms })),
      };
  }
}

type Asked = {
  units: number;
  /** Units that are to stay free then. */
  leftAt: (at: number) => number;
  now: number;
};

/** When a window has room for so many units more. */
function roomInWindow(uses: readonly Use[], { most, ms }: Window, { units, leftAt, now }: Asked): number {
  const counted = uses
    .map((use) => ({ until: countedAt(use, now) + ms, units: use.units }))
    .filter(({ until }) => until > now)
    .sort((left, right) => left.until - right.until);
  let used = counted.reduce((sum, use) => sum + use.units, 0);
  let free = now;
  for (const use of counted) {
    // More than a window holds goes alone.
    if (used <= Math.max(0, most - units - leftAt(free))) break;
    used -= use.units;
    free = use.until;
  }
  return free;
}

type Bucket = Extract<Limit, { kind: 'bucket' }>;

function levelAt({ level }: BudgetState, limit: Bucket, now: number): number {
  if (level === null) return limit.most;
  return Math.min(limit.most, level.left + (Math.max(0, now - level.at) / 1_000) * limit.perSecond);
}

/** What a budget still holds at a time to come, if nobody takes of it until then. */
function heldAt(state: BudgetState, known: Limit, { at, now }: { at: number; now: number }): number {
  const limit = learnedLimit(state, known);
  switch (limit.kind) {
    case 'open':
      return 0;
    case 'bucket':
      return Math.max(0, levelAt(state, limit, at));
    case 'windows': {
      const usedIn = (ms: number): number =>
        state.uses.reduce((sum, use) => (countedAt(use, now) + ms > at ? sum + use.units : sum), 0);
      return Math.max(0, Math.min(...limit.windows.map(({ most, ms }) => most - usedIn(ms))));
    }
  }
}

type Held = ReadonlyMap<string, BudgetState>;

const stateOf = (held: Held, key: string): BudgetState => held.get(key) ?? UNUSED;

/** Those to whom a call leaves room may be done before their uses no longer count: nothing tells when. */
const LOOK_AGAIN_MS = 10_000;

function roomAt(held: Held, { key, limit: known, units, leavesTo }: Charge, now: number): number {
  const state = stateOf(held, key);
  const limit = learnedLimit(state, known);
  const leftAt = (at: number): number =>
    leavesTo.reduce((sum, other) => sum + heldAt(stateOf(held, other.key), other.limit, { at, now }), 0);
  const latest = leavesTo.length > 0 ? now + LOOK_AGAIN_MS : Number.POSITIVE_INFINITY;
  switch (limit.kind) {
    case 'open':
      return now;
    case 'bucket': {
      const lacking = Math.min(units + leftAt(now), limit.most) - levelAt(state, limit, now);
      return lacking <= 0 ? now : Math.min(latest, now + Math.ceil((lacking / limit.perSecond) * 1_000));
    }
    case 'windows': {
      const asked = { units, leftAt, now };
      const free = limit.windows.map((window) => roomInWindow(state.uses, window, asked));
      return Math.min(latest, Math.max(...free));
    }
  }
}

/** null: the call may go. Else until when every budget of it could have room, as far as is known now. */
export function decideWait(held: Held, charges: readonly Charge[], now: number): Wait | null {
  let wait: Wait = { untilMs: now, reason: 'own-budget' };
  for (const charge of charges) {
    const state = stateOf(held, charge.key);
    const untilMs = roomAt(held, charge, now);
    if (untilMs > wait.untilMs) wait = { untilMs, reason: 'own-budget' };
    if (state.pausedUntil > wait.untilMs) wait = { untilMs: state.pausedUntil, reason: 'azure-asked' };
  }
  return wait.untilMs > now ? wait : null;
}

/** Uses that no window counts any more are dropped. */
function recentUses({ uses }: BudgetState, limit: Limit, now: number): readonly Use[] {
  if (limit.kind !== 'windows') return [];
  const longest = Math.max(...limit.windows.map(({ ms }) => ms));
  return uses.filter((use) => countedAt(use, now) + longest > now);
}

export function applyTake(
  state: BudgetState,
  { limit: known, units }: Charge,
  { ticket, now }: { ticket: string; now: number },
): BudgetState {
  const limit = learnedLimit(state, known);
  if (limit.kind === 'bucket') {
    return { ...state, level: { left: levelAt(state, limit, now) - units, at: now } };
  }
  if (limit.kind === 'open') return state;
  const use = { ticket, startedAt: now, answeredAt: null, units };
  return { ...state, uses: [...recentUses(state, limit, now), use] };
}

/** The call of a ticket has ended, and its answer told this about the budget. */
export function applySettle(
  state: BudgetState,
  { limit, key }: Charge,
  { ticket, observed, now }: { ticket: string; observed: readonly Observation[]; now: number },
): BudgetState {
  const uses = recentUses(state, limit, now).map((use) =>
    use.ticket === ticket ? { ...use, answeredAt: now } : use,
  );
  let next: BudgetState = { ...state, uses };
  for (const one of observed.filter((observation) => observation.key === key)) {
    next = applyObservation(next, limit, { ticket, one, now });
  }
  return next;
}

function applyObservation(
  state: BudgetState,
  limit: Limit,
  { ticket, one, now }: { ticket: string; one: Observation; now: number },
): BudgetState {
  switch (one.kind) {
    case 'pause':
      return {
        ...state,
        learned: [],
        uses: state.uses.filter(({ answeredAt }) => answeredAt === null || !isOverfull(state, limit, now)),
        pausedUntil: Math.max(state.pausedUntil, one.untilMs),
      };
    case 'units':
      return {
        ...state,
        uses: state.uses.map((use) => (use.ticket === ticket ? { ...use, units: one.units } : use)),
      };
    case 'remaining':
      return learnRemaining(state, limit, { ...one, now });
  }
}

/**
 * Whether more went out than the known sizes hold, because more was believed in. Counted against those it could hold
 * calls up for an hour, and Azure itself says how long to wait.
 */
const isOverfull = ({ uses }: BudgetState, limit: Limit, now: number): boolean =>
  limit.kind === 'windows' &&
  limit.windows.some(({ most, ms }) => {
    const counted = uses.filter((use) => countedAt(use, now) + ms > now);
    return counted.reduce((sum, { units }) => sum + units, 0) > most;
  });

type Told = Omit<Extract<Observation, { kind: 'remaining' }>, 'kind' | 'key'> & { now: number };

function learnRemaining(held: BudgetState, known: Limit, told: Told): BudgetState {
  if (known.kind === 'open') return held;
  const { remaining, windowMs, resetsAtMs, now } = told;
  const index =
    windowMs === null || known.kind === 'bucket' ? 0 : known.windows.findIndex(({ ms }) => ms === windowMs);
  if (index < 0) return held;
  const learned = [...held.learned];
  for (let at = 0; at <= index; at += 1) learned[at] ??= 0;
  // Of what is left now, and of the call that was just answered, is the least that there can be.
  learned[index] = Math.max(learned[index] ?? 0, remaining + 1);
  const state = { ...held, learned };
  const limit = learnedLimit(state, known);
  if (limit.kind === 'windows')
    return addForeignUses(state, limit.windows, { index, remaining, resetsAtMs, now });
  if (limit.kind === 'open') return state;
  return { ...state, level: { left: Math.min(levelAt(state, limit, now), remaining), at: now } };
}

/** What is gone and was not taken by us was taken by others: when is not told, so as lately as can be. */
function addForeignUses(
  state: BudgetState,
  windows: readonly Window[],
  { index, remaining, resetsAtMs, now }: Omit<Told, 'windowMs'> & { index: number },
): BudgetState {
  const window = windows[index];
  if (window === undefined) return state;
  const ours = state.uses
    .filter((use) => countedAt(use, now) + window.ms > now)
    .reduce((sum, { units }) => sum + units, 0);
  const units = window.most - remaining - ours;
  if (units <= 0) return state;
  // A shorter window has told its own share already.
  const latest = now - (windows[index - 1]?.ms ?? 0);
  const at = resetsAtMs === null ? latest : Math.min(latest, resetsAtMs - window.ms);
  return { ...state, uses: [...state.uses, { ticket: '', startedAt: at, answeredAt: at, units }] };
}

/** Nothing to remember: as if it had never been used. */
export function isAtRest(state: BudgetState, known: Limit, now: number): boolean {
  const limit = learnedLimit(state, known);
  const isFull = limit.kind !== 'bucket' || levelAt(state, limit, now) >= limit.most;
  return isFull && state.pausedUntil <= now && recentUses(state, limit, now).length === 0;
}
