import { PageHeader } from '#components/layout/page-header.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import type { CostImport, CostImportList } from '#lib/queries/schemas/imports.ts';
import { DropZone } from './drop-zone.tsx';
import { FollowImports } from './follow-imports.tsx';
import { ImportedFile } from './imported-file.tsx';
import { hasEnded } from './send-file.ts';
import { WhereFilesAre } from './where-files-are.tsx';

type ImportsViewProps = { list: CostImportList; now: string; mayImport: boolean };

export const ImportsView = ({ list: { items }, now, mayImport }: ImportsViewProps) => (
  <>
    <PageHeader
      title="Imports"
      lead="A file of cost shows within seconds which subscriptions earned credit and what was missed, without any right in Azure."
    />
    {mayImport && <DropZone />}
    {items.length > 0 && <GivenFiles items={items} now={now} />}
    {items.some((item) => !hasEnded(item)) && <FollowImports />}
    <WhereFilesAre />
  </>
);

const GivenFiles = ({ items, now }: { items: readonly CostImport[]; now: string }) => (
  <Card
    title="Files that were given"
    note="For a customer's month one source counts: the newest; of a closed month rather one that tells each line. They are never added up."
    aside={
      <AppLink href="/imports/reconcile" className="link text-sm">
        Reconciliation
      </AppLink>
    }
    flush
  >
    <ul className="grid">
      {items.map((item) => (
        <ImportedFile key={item.id} item={item} now={now} />
      ))}
    </ul>
  </Card>
);
