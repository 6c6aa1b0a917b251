import 'server-only';
import { findImport, listImports, type Import } from '#lib/db/imports.ts';
import { queryContext } from './context.ts';
import { costImport, importId, type CostImport, type CostImportList } from './schemas/imports.ts';

/** Files of cost that count, newest first; a file is of many customers, so only who may see all of them sees it. */
export async function getImports(): Promise<CostImportList> {
  const { db, visible } = await queryContext();
  const items = (await listImports(db, visible)).map(showImport);
  return { items, total: items.length };
}

export async function getImport(id: string): Promise<CostImport | null> {
  const { db, visible } = await queryContext();
  const mayBe = visible.kind === 'all' && importId.safeParse(id).success;
  const row = mayBe ? await findImport(db, id) : null;
  return row === null ? null : showImport(row);
}

const showImport = ({ tenantIds, newTenantIds: _new, ...row }: Import): CostImport =>
  costImport.parse({ ...row, customers: tenantIds.length });
