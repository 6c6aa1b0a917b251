import { ImportsView } from '#components/imports/imports-view.tsx';
import { includesRole, isRole } from '#lib/auth/roles.ts';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getImports } from '#lib/queries/imports.ts';
import { getSession } from '#lib/queries/session.ts';
import { pageTitle } from '../page-title.ts';

export const generateMetadata = pageTitle('imports');

export default async function ImportsPage() {
  const list = await getImports();
  const { roles } = await getSession();
  const mayImport = includesRole(roles.filter(isRole), 'Pec.Support');
  return <ImportsView list={list} now={getAppInfo().now} mayImport={mayImport} />;
}
