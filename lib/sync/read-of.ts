import { read, unread, type Read, type Unread } from '#lib/core/evidence.ts';
import { chooseRead } from '#lib/core/choose-reads.ts';
import { standingOf } from '#lib/core/freshness.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { MISSING_RIGHTS } from '#lib/core/missing-rights.ts';
import type { Instant } from '#lib/core/periods.ts';
import type { Source } from '#lib/core/statuses.ts';
import type { ReadWay } from '#lib/core/sync-run.ts';
import type { SourceRead } from '#lib/db/reads.ts';
import type { Coverage } from '#lib/db/subscription-reads.ts';

/** What was read of everything, and when it is judged: what is too old then is no longer known. */
export type Held = { reads: ReadonlyMap<string, SourceRead>; now: Instant };

type Key = Pick<SourceRead, 'source' | 'tenantId' | 'period' | 'scope'>;

export const readKey = ({ source, tenantId, period, scope }: Key): string =>
  `${source}/${tenantId}/${period}/${scope}`;

export const findRead = ({ reads }: Held, source: Source, tenantId: TenantId | ''): SourceRead | undefined =>
  reads.get(readKey({ source, tenantId, period: '', scope: '' }));

/** Why nothing is held of what was tried; never tried at all: not asked. */
export function reasonUnread(row: SourceRead | undefined, source: Source): Unread {
  if (row === undefined) return unread('not-asked', MISSING_RIGHTS[source]);
  const missingRight = row.failure?.missingRight ?? null;
  if (row.failure?.kind === 'no-consent') return unread('no-consent', missingRight);
  return unread(row.outcome === 'forbidden' ? 'forbidden' : 'failed', missingRight);
}

/** A fact that one read brings as a whole. */
export function readOf<Value>(
  held: Held,
  [source, tenantId]: readonly [Source, TenantId | ''],
  value: Value,
): Read<Value> {
  const row = findRead(held, source, tenantId);
  if (row === undefined || !row.currentReadId || row.asOf === null) return reasonUnread(row, source);
  const standing = standingOf(row, held.now);
  return standing === 'known' ? read(value, row.asOf) : unread(standing, row.failure?.missingRight ?? null);
}

export type ChosenRead = { readId: string; asOf: Instant; way: ReadWay | null };

/** The read that counts for a subscription, or why none does; null: no read covered it. */
export function chosenRead(rows: readonly Coverage[], now: Instant): Read<ChosenRead> | null {
  const row = chooseRead(rows, now);
  if (row === null) return null;
  if (row.unreadReason !== null) return unread(row.unreadReason, row.missingRight);
  const standing = standingOf(row, now);
  return standing === 'known'
    ? read({ readId: row.readId, asOf: row.asOf, way: row.way }, row.asOf)
    : unread(standing, row.failure?.missingRight ?? null);
}

/** Facts of a subscription from the read that was chosen for it. */
export const rowsOf = <Row extends { readId: string }>(
  chosen: Read<ChosenRead>,
  rows: readonly Row[] | undefined,
): Read<readonly Omit<Row, 'readId'>[]> =>
  chosen.state === 'unread'
    ? chosen
    : read(
        (rows ?? []).flatMap(({ readId, ...fact }) => (readId === chosen.value.readId ? [fact] : [])),
        chosen.at,
      );

export type BySubscription<Row> = ReadonlyMap<SubscriptionId, readonly Row[]>;

export const bySubscription = <Row extends { subscriptionId: SubscriptionId }>(
  rows: readonly Row[],
): BySubscription<Row> => Map.groupBy(rows, ({ subscriptionId }) => subscriptionId);
