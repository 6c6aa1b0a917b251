import { ReconcileView } from '#components/imports/reconcile-view.tsx';
import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { reconcileImports, showReconciled } from '#lib/commands/reconcile-imports.ts';
import { reconciliation, reconcileQuery } from '#lib/queries/schemas/reconcile.ts';
import { pageTitle } from '../../page-title.ts';
import { parseSearch, type SearchParams } from '../../parse-search.ts';

export const generateMetadata = pageTitle('reconcile');

export default async function ReconcilePage({ searchParams }: { searchParams: SearchParams }) {
  const { problems, query } = await parseSearch(reconcileQuery, searchParams);
  if (problems !== null) return <WrongAddress page="reconcile" problems={problems} home="/imports" />;
  const held = reconciliation.parse(showReconciled(await reconcileImports(query.period ?? null)));
  return <ReconcileView held={held} />;
}
