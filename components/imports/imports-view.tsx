import { useTexts } from '#language';
import { ClientTexts } from '#components/language/client-texts.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import type { CostImport, CostImportList } from '#lib/queries/schemas/imports.ts';
import { DropZone } from './drop-zone.tsx';
import { FollowImports } from './follow-imports.tsx';
import { ImportedFile } from './imported-file.tsx';
import { isEnded } from '#lib/core/import-job.ts';
import { WhereFilesAre } from './where-files-are.tsx';

type ImportsViewProps = { list: CostImportList; now: string; mayImport: boolean };

export function ImportsView({ list: { items }, now, mayImport }: ImportsViewProps) {
  const t = useTexts('imports');
  const pages = useTexts('pages');
  return (
    <ClientTexts areas={['fileReasons', 'importFiles']}>
      <PageHeader title={pages('imports')} lead={t('lead')} />
      {mayImport ? <DropZone /> : <p className="text-sm text-faint">{t('mayNot')}</p>}
      {items.length > 0 && <GivenFiles items={items} now={now} mayImport={mayImport} />}
      {items.some((item) => !isEnded(item.state)) && <FollowImports />}
      <WhereFilesAre />
    </ClientTexts>
  );
}

type GivenFilesProps = { items: readonly CostImport[]; now: string; mayImport: boolean };

function GivenFiles({ items, now, mayImport }: GivenFilesProps) {
  const t = useTexts('imports');
  const pages = useTexts('pages');
  return (
    <Card
      title={t('given')}
      note={t('givenNote')}
      aside={
        <AppLink href="/imports/reconcile" className="link text-sm">
          {pages('reconcile')}
        </AppLink>
      }
      flush
    >
      <ul className="grid">
        {items.map((item) => (
          <ImportedFile key={item.id} item={item} now={now} mayUndo={mayImport} />
        ))}
      </ul>
    </Card>
  );
}
