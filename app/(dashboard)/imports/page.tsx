import type { Metadata } from 'next';
import { ImportsView } from '#components/imports/imports-view.tsx';
import { getImports } from '#lib/queries/imports.ts';

export const metadata: Metadata = { title: 'Imports' };

export default async function ImportsPage() {
  return <ImportsView list={await getImports()} />;
}
