import type { SubscriptionId } from './ids.ts';
import type {
  Grant,
  SeenCustomer,
  SeenLink,
  SeenPath,
  SeenSubscription,
  SeenTransfer,
} from './seen-access.ts';
import type { ChangeKind, Source } from './statuses.ts';
import { byText } from './text-order.ts';

/** What was and what is, in plain values; null: there was, or is, nothing. */
export type ChangeSide = Readonly<Record<string, string | null | readonly Grant[]>>;

export type Change = {
  kind: ChangeKind;
  subscriptionId: SubscriptionId | null;
  before: ChangeSide | null;
  after: ChangeSide | null;
  /** From which source it was seen; judge: from the verdict. */
  source: Source | 'judge';
};

export type Differences = { changes: Change[]; seen: SeenCustomer };

type Told = Pick<Change, 'kind'> & Partial<Change>;

const change = ({ kind, ...told }: Told): Change => ({
  kind,
  subscriptionId: null,
  before: null,
  after: null,
  source: 'judge',
  ...told,
});

/**
 * What changed between what was last known of a customer and what is known now. What was not read this time keeps
 * what was known, so that a source which fails for a day loses nothing and tells nothing twice.
 */
export function diffChanges(
  before: SeenCustomer | null,
  now: SeenCustomer,
  isFirstSync: boolean,
): Differences {
  if (before === null) return { changes: isFirstSync ? [] : [change({ kind: 'customer-new' })], seen: now };
  const known = new Map(before.subscriptions.map((row) => [row.subscriptionId, row]));
  const shown = new Set(now.subscriptions.map(({ subscriptionId }) => subscriptionId));
  const read = now.subscriptions.map((row) =>
    withLostDelegations(known.get(row.subscriptionId), row, now.managingTenantId),
  );
  const merged = read.map((row) => mergeSubscription(known.get(row.subscriptionId), row));
  const gone = before.subscriptions.filter(({ subscriptionId }) => !shown.has(subscriptionId));
  return {
    changes: [
      ...read.flatMap((row) => subscriptionChanges(known.get(row.subscriptionId), row)),
      ...gone.map(({ subscriptionId }) =>
        change({ kind: 'subscription-unseen', subscriptionId, source: 'subscriptions' }),
      ),
      ...linkChanges(before.links, now.links),
      ...sourceChanges(before, now),
    ],
    seen: {
      managingTenantId: now.managingTenantId,
      subscriptions: merged,
      links: mergeLinks(before.links, now.links),
      refused: now.refused,
      read: [...new Set([...before.read, ...now.read])].sort(byText),
    },
  };
}

/**
 * Whoever is delegated to sees the subscription (diagnosis.md section 9, 2026-11-21, inferred): one that a complete list shows no
 * more is not delegated to us any more, although its delegations cannot be read either.
 */
function withLostDelegations(
  before: SeenSubscription | undefined,
  now: SeenSubscription,
  managingTenantId: string,
): SeenSubscription {
  if (before?.visible !== true || now.visible || now.delegations !== null) return now;
  const left = before.delegations?.filter(({ managedBy }) => managedBy !== managingTenantId) ?? null;
  return { ...now, delegations: left };
}

const mergeSubscription = (
  before: SeenSubscription | undefined,
  now: SeenSubscription,
): SeenSubscription => ({
  subscriptionId: now.subscriptionId,
  visible: now.visible,
  delegations: now.delegations ?? before?.delegations ?? null,
  foreignGroups: now.foreignGroups ?? before?.foreignGroups ?? null,
  direct: now.direct ?? before?.direct ?? null,
  transfers: now.transfers ?? before?.transfers ?? null,
  verdict: now.verdict ?? before?.verdict ?? null,
});

function subscriptionChanges(before: SeenSubscription | undefined, now: SeenSubscription): Change[] {
  const { subscriptionId } = now;
  if (before === undefined) {
    return [change({ kind: 'subscription-new', subscriptionId, source: 'subscriptions' })];
  }
  const found = [
    ...pathChanges(before.delegations, now.delegations, 'delegations'),
    ...pathChanges(before.foreignGroups, now.foreignGroups, 'role-assignments'),
    ...pathChanges(before.direct, now.direct, 'role-assignments'),
    ...transferChanges(before.transfers, now.transfers),
    ...verdictChanges(before, now),
  ];
  return found.map((one) => ({ ...one, subscriptionId }));
}

const pathSide = ({ kind, scope, managedBy, grants }: SeenPath): ChangeSide => ({
  path: kind,
  ...{ scope, managedBy, grants },
});

/** The same hold under another id, as when a role is taken away and another one given. */
const holderOf = ({ kind, scope, managedBy, grants }: SeenPath): string =>
  `${kind} ${scope} ${kind === 'lighthouse' ? managedBy : grants[0]?.principalId}`;

const grantsOf = ({ grants }: SeenPath): string =>
  grants
    .map(({ principalId, roleDefinitionId, how }) => `${principalId} ${roleDefinitionId} ${how}`)
    .sort(byText)
    .join();

function pathChanges(
  before: readonly SeenPath[] | null,
  now: readonly SeenPath[] | null,
  source: Source,
): Change[] {
  if (before === null || now === null) return [];
  const held = new Map(before.map((path) => [path.sourceId, path]));
  const kept = new Set(now.map(({ sourceId }) => sourceId));
  const lost = before.filter(({ sourceId }) => !kept.has(sourceId));
  const replaced = new Set<SeenPath>();
  const changes = now.flatMap((path): Change[] => {
    const same = held.get(path.sourceId);
    const old = same ?? lost.find((one) => holderOf(one) === holderOf(path) && !replaced.has(one));
    if (old === undefined) return [change({ kind: 'access-won', after: pathSide(path), source })];
    if (same === undefined) replaced.add(old);
    return grantsOf(old) === grantsOf(path)
      ? []
      : [change({ kind: 'role-changed', before: pathSide(old), after: pathSide(path), source })];
  });
  const gone = lost.filter((path) => !replaced.has(path));
  return [...changes, ...gone.map((path) => change({ kind: 'access-lost', before: pathSide(path), source }))];
}

function transferChanges(
  before: readonly SeenTransfer[] | null,
  now: readonly SeenTransfer[] | null,
): Change[] {
  if (before === null || now === null) return [];
  const known = new Set(before.map(({ id }) => id));
  return now
    .filter(({ id }) => !known.has(id))
    .map(({ direction, at }) =>
      change({
        kind: direction === 'in' ? 'transferred-in' : 'transferred-away',
        after: { at },
        source: 'billing-transfers',
      }),
    );
}

function verdictChanges({ verdict: before }: SeenSubscription, { verdict: now }: SeenSubscription): Change[] {
  if (before === null || now === null) return [];
  return before.verdict === now.verdict
    ? []
    : [change({ kind: 'verdict-changed', before: { ...before }, after: { ...now } })];
}

const linkKeyOf = ({ tenantId, principalId }: SeenLink): string => `${tenantId}/${principalId}`;

const linkSide = ({ principalId, tenantId, partnerId }: SeenLink): ChangeSide => ({
  principalId,
  tenantId,
  partnerId,
});

function linkChanges(before: readonly SeenLink[], now: readonly SeenLink[]): Change[] {
  const held = new Map(before.map((link) => [linkKeyOf(link), link]));
  return now.flatMap((link) => {
    const old = held.get(linkKeyOf(link));
    if (old === undefined || old.partnerId === link.partnerId) return [];
    return [
      change({
        kind: linkChange(old, link),
        before: linkSide(old),
        after: linkSide(link),
        source: 'partner-links',
      }),
    ];
  });
}

function linkChange(before: SeenLink, now: SeenLink): ChangeKind {
  if (before.partnerId === null) return 'link-new';
  return now.partnerId === null ? 'link-gone' : 'link-changed';
}

const mergeLinks = (before: readonly SeenLink[], now: readonly SeenLink[]): SeenLink[] =>
  [...new Map([...before, ...now].map((link) => [linkKeyOf(link), link])).values()].sort((left, right) =>
    byText(linkKeyOf(left), linkKeyOf(right)),
  );

/** A source that was read before and is refused now, or the other way round. */
function sourceChanges(before: SeenCustomer, now: SeenCustomer): Change[] {
  const refused = now.refused.filter((one) => before.read.includes(one) && !before.refused.includes(one));
  const again = before.refused.filter((one) => now.read.includes(one) && !now.refused.includes(one));
  return [
    ...refused.map((source) => change({ kind: 'source-refused', source })),
    ...again.map((source) => change({ kind: 'source-read', source })),
  ];
}
