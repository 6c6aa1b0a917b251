import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import * as schema from '../schema.ts';

/** What no kept answer shows: work and its records, people's own things, and history that is read anew each time. */
const NOT_LISTED = new Set([
  ...['sync_runs', 'sync_steps', 'sync_workers', 'sync_calls', 'sync_waits', 'throttle_budgets'],
  ...['kept_answers', 'list_versions', 'import_jobs', 'imports', 'first_seen', 'seen_customers'],
  ...['sessions', 'used_once', 'audit_entries', 'saved_views', 'set_aside_steps', 'settings'],
  ...['finding_events'],
  // Only names of it are shown: `savePersonSeen` says when one changes.
  'people',
]);

/** Facts of a read count only while `source_reads` names it, which is guarded. */
const isFact = (table: PgTable): boolean => 'readId' in getTableColumns(table);

export const listedTables = (): string[] =>
  Object.values(schema)
    .filter((one) => is(one, PgTable))
    .filter((table) => !isFact(table) && !NOT_LISTED.has(getTableName(table)))
    .map((table) => getTableName(table));

/** A transaction notes what it wrote; at its end, a note without a raised version is an error. */
const NOTES = `
  create schema list_guard;
  create table list_guard.notes (transaction text primary key, written text not null);
  create function list_guard.note() returns trigger language plpgsql as $$ begin
    if exists (select 1 from written) then
      insert into list_guard.notes values (pg_current_xact_id()::text, tg_table_name) on conflict do nothing;
    end if;
    return null;
  end $$;
  create function list_guard.raise() returns trigger language plpgsql as $$ begin
    perform set_config('list_guard.raised', pg_current_xact_id()::text, true);
    return null;
  end $$;
  create function list_guard.look() returns trigger language plpgsql as $$ begin
    delete from list_guard.notes where transaction = new.transaction;
    if current_setting('list_guard.raised', true) is distinct from new.transaction then
      raise exception 'lists show %, and a transaction wrote it without writeLists', new.written;
    end if;
    return null;
  end $$;
  create constraint trigger look after insert on list_guard.notes deferrable initially deferred
    for each row execute function list_guard.look();
  create trigger raised after insert or update on list_versions execute function list_guard.raise();`;

const triggersOf = (table: string): string =>
  [
    ['insert', 'new'],
    ['update', 'new'],
    ['delete', 'old'],
  ]
    .map(
      ([event, rows]) => `create trigger guard_${event} after ${event} on ${table}
        referencing ${rows} table as written execute function list_guard.note();`,
    )
    .join('\n');

/**
 * Fails each transaction that writes what lists show without raising their version: pages would go on showing what was
 * before. In tests alone: the store itself has no triggers (record 80).
 */
export async function guardLists(execute: (text: string) => Promise<unknown>): Promise<void> {
  await execute([NOTES, ...listedTables().map(triggersOf)].join('\n'));
}
