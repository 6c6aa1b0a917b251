import { z } from 'zod';
import type { Caller } from '#lib/azure/room.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { ReadWay, StepFailure } from '#lib/core/sync-run.ts';
import { formatCount, judgeCount, type RowCount } from '#lib/core/row-count.ts';
import type { Db } from '#lib/db/db.ts';
import type { ReadKey } from '#lib/db/reads.ts';
import type { SyncDeps } from './deps.ts';
import { WrongCount } from './failures.ts';

export type Progress = { done: number; total?: number | null; cursor?: string | null };

/** What a step works with: who it may ask, where its pages go, and where a crash left it. */
export type StepContext = {
  deps: SyncDeps;
  key: ReadKey;
  readId: string;
  /** Where the pages stored so far end; null at the start. */
  cursor: string | null;
  done: number;
  /** Rows of Azure's answers so far, of pages stored and of the one under way. */
  count: RowCount;
  /** By which of several ways it reads, as planned; null where there is one way only. */
  way: ReadWay | null;
  caller: (tenantId?: TenantId) => Caller;
  /** A caller whose first list goes on at a link. */
  listCaller: (link: string | null, tenantId?: TenantId) => Caller;
  /** Link that the last page of such a list named. */
  nextLink: () => string | null;
  linkCallers: () => { displayName: string | null; caller: Caller }[];
  /** Stores a page and how far it brings the step, in one transaction, before the next page is asked. */
  storePage: (save: (tx: Db) => Promise<unknown>, progress: Progress) => Promise<void>;
  /** Drops what was stored so far, to begin anew by another way. */
  startOver: (way: ReadWay) => Promise<void>;
};

/** `incomplete`: the read is worth keeping, and this part of it is missing. */
export type StepResult = { incomplete: StepFailure | null };

export type StepWork = (context: StepContext) => Promise<StepResult>;

export const complete: StepResult = { incomplete: null };

/** Ends a reading whose rows are not those that Azure announced. */
export function requireCount({ count }: Pick<StepContext, 'count'>): void {
  if (judgeCount(count) === 'wrong') throw new WrongCount(formatCount(count));
}

/** A place in a step's work as a cursor, with the fault that came before it: a step taken up again has not met that. */
export const formatPlace = (place: string, fault: StepFailure | null): string =>
  fault === null ? place : `${place} ${JSON.stringify(fault)}`;

export function parsePlace(cursor: string): { place: string; fault: StepFailure | null } {
  const space = cursor.indexOf(' ');
  if (space < 0) return { place: cursor, fault: null };
  return { place: cursor.slice(0, space), fault: faultSchema.parse(JSON.parse(cursor.slice(space + 1))) };
}

const faultSchema: z.ZodType<StepFailure> = z.strictObject({
  kind: z.string(),
  message: z.string(),
  missingRight: z.string().nullable(),
  status: z.number().nullable(),
  code: z.string().nullable(),
});

/** The customer's tenant of a step that has one. */
export function requireTenant({ key }: Pick<StepContext, 'key'>): TenantId {
  if (key.tenantId === '') throw new Error(`step ${key.source} has no tenant`);
  return key.tenantId;
}

/** Opens a list with the caller that it is given, which knows where the list goes on. */
export type OpenList<Page> = {
  /** Whose token asks; absent: the managing tenant's. */
  tenantId?: TenantId;
  read: (caller: Caller) => AsyncIterable<Page>;
};

type Kept<Page> = { save: (tx: Db, page: Page) => Promise<unknown>; count: (page: Page) => number };

/** Stores every page of lists, one after the other; the cursor is '<list> <link to its next page>'. */
export async function storeLists<Page>(
  context: StepContext,
  lists: readonly OpenList<Page>[],
  { save, count }: Kept<Page>,
): Promise<void> {
  const [first = '0', link = ''] = context.cursor?.split(' ', 2) ?? [];
  for (const [index, { tenantId, read }] of lists.entries()) {
    if (index < Number(first)) continue;
    const from = index === Number(first) && link !== '' ? link : null;
    for await (const page of read(context.listCaller(from, tenantId))) {
      context.done += count(page);
      const next = context.nextLink();
      const cursor = next === null ? `${index + 1} ` : `${index} ${next}`;
      await context.storePage((tx) => save(tx, page), { done: context.done, cursor });
      context.cursor = cursor;
    }
  }
}

/** As storeLists, of rows that are kept as they are read. */
export const storeRows = <Row>(
  context: StepContext,
  lists: readonly OpenList<Row[]>[],
  save: (tx: Db, rows: Row[]) => Promise<unknown>,
): Promise<void> => storeLists(context, lists, { save, count: (rows) => rows.length });
