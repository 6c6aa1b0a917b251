import type { DuckDBConnection } from '@duckdb/node-api';
import { parseTenantId, type TenantId } from '#lib/core/ids.ts';
import { nameForm } from './cell-forms.ts';
import { quoteText } from './scanner.ts';

/** Of a month: its customers with the names that the file gives them. */
export type Owned = {
  customers: ReadonlyMap<TenantId, string | null>;
  /** Lines that name no customer: they are kept with the file and count for nobody. */
  withoutCustomer: number;
};

/** Of each month and customer, blank where there is none. */
const OWNERS = `select "month", "tenantId", strftime(max("day"), '%Y-%m-%d'), sum("lines")::integer
  from parts join classes using ("kind") join owners using ("owner") where "isDay" group by all order by 1, 2`;

const namesWhere = (where: string): string =>
  `select strftime("day", '%Y-%m'), "tenantId", left(${nameForm('max("customerName")')}, 200)
   from lines where "customerName" <> '' and ${where} group by all`;

type Owner = { month: string; tenantId: string; newestDay: string; lines: number };
const keyOf = ({ month, tenantId }: Pick<Owner, 'month' | 'tenantId'>): string => `${month} ${tenantId}`;

async function readNames(connection: DuckDBConnection, where: string): Promise<[string, string][]> {
  const read = await connection.runAndReadAll(namesWhere(where));
  return read
    .getRows()
    .map(([month, tenantId, name]) => [
      keyOf({ month: String(month), tenantId: String(tenantId) }),
      String(name),
    ]);
}

const among = (column: string, type: string, values: Iterable<string>): string =>
  `${column} in (${[...new Set(values)].map((value) => `${type} ${quoteText(value)}`).join(', ')})`;

/** As lines of their newest days name them, which are few to read; all lines are asked about those without a name there. */
async function namesOf(connection: DuckDBConnection, owners: readonly Owner[]): Promise<Map<string, string>> {
  if (owners.length === 0) return new Map();
  const days = owners.map(({ newestDay }) => newestDay);
  const newest = new Map(await readNames(connection, among('"day"', 'date', days)));
  const unnamed = owners.filter((owner) => owner.tenantId !== '' && !newest.has(keyOf(owner)));
  if (unnamed.length === 0) return newest;
  const tenants = unnamed.map(({ tenantId }) => tenantId);
  return new Map([...(await readNames(connection, among('"tenantId"', '', tenants))), ...newest]);
}

/** By month. */
export async function ownersIn(connection: DuckDBConnection): Promise<Map<string, Owned>> {
  const read = await connection.runAndReadAll(OWNERS);
  const owners = read.getRows().map(([month, tenantId, newestDay, lines]): Owner => ({
    ...{ month: String(month), tenantId: String(tenantId) },
    ...{ newestDay: String(newestDay), lines: Number(lines) },
  }));
  const names = await namesOf(connection, owners);
  const months = new Map<string, Owned & { customers: Map<TenantId, string | null> }>();
  for (const owner of owners) {
    const owned = months.get(owner.month) ?? {
      customers: new Map<TenantId, string | null>(),
      withoutCustomer: 0,
    };
    months.set(owner.month, owned);
    const tenantId = parseTenantId(owner.tenantId);
    if (tenantId === null) owned.withoutCustomer += owner.lines;
    else owned.customers.set(tenantId, names.get(keyOf(owner)) || null);
  }
  return months;
}
