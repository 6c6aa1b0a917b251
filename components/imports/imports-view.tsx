import { PageHeader } from '#components/layout/page-header.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { formatCount } from '#components/ui/format-numbers.ts';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { CostImport, CostImportList } from '#lib/queries/schemas/imports.ts';
import { DropFile } from './drop-file.tsx';
import { UndoImport } from './undo-import.tsx';

const KIND_WORDS: Record<CostImport['kind'], string> = {
  'cost-details': 'Cost details',
  'daily-rated-usage': 'Daily rated usage',
  focus: 'FOCUS export',
};

export const ImportsView = ({ list }: { list: CostImportList }) => (
  <>
    <PageHeader
      title="Imports"
      lead="A file of cost shows which subscriptions earned credit and what was missed, without any right in Azure."
    />
    <Card title="Add a file">
      <DropFile />
      <KnownFiles />
    </Card>
    {list.total > 0 && (
      <Card
        title="Files that were imported"
        note="Of several files of one month, and of what Azure answered, the one written last counts for a customer; they are never added up."
        flush
      >
        <ImportTable items={list.items} />
      </Card>
    )}
  </>
);

const KnownFiles = () => (
  <div className="mt-4 grid max-w-prose gap-2 text-sm text-soft">
    <p>Recognised by their columns, whatever the name:</p>
    <ul className="grid list-disc gap-1 pl-5">
      <li>Cost Management cost details or exports of a billing account, billing profile or customer</li>
      <li>Daily rated usage from Partner Center, billed or unbilled, with all columns</li>
      <li>FOCUS exports with the columns for partners</li>
    </ul>
    <p>
      CSV, also compressed with gzip, or Parquet; one month in each file. A file stands for the whole month of
      the customers in it. It proves who earned; who is linked, and why not, only Azure can tell.
    </p>
  </div>
);

const ImportTable = ({ items }: { items: readonly CostImport[] }) => (
  <Table caption="Imported files">
    <Head>
      <Column>File</Column>
      <Column>Kind</Column>
      <Column>Month</Column>
      <Column numeric>Lines</Column>
      <Column numeric>Customers</Column>
      <Column>By</Column>
      <Column>
        <span className="sr-only">Undo</span>
      </Column>
    </Head>
    <Body>
      {items.map((item) => (
        <ImportRow key={item.id} item={item} />
      ))}
    </Body>
  </Table>
);

const ImportRow = ({ item }: { item: CostImport }) => (
  <Row>
    <RowHead className="break-all">{item.name}</RowHead>
    <Cell label="Kind">{KIND_WORDS[item.kind]}</Cell>
    <Cell label="Month">
      <AppLink href={`/?period=${item.period}`} className="text-accent underline">
        {item.period}
      </AppLink>
      <span className="block text-xs text-faint">to {item.lastDay}</span>
    </Cell>
    <Cell label="Lines" numeric>
      {formatCount(item.lines)}
      {item.withoutCustomer > 0 && (
        <span className="block text-xs text-part">
          {formatCount(item.withoutCustomer)} name no customer and count for nobody
        </span>
      )}
    </Cell>
    <Cell label="Customers" numeric>
      {formatCount(item.customers)}
    </Cell>
    <Cell label="By">{item.importedBy}</Cell>
    <Cell>
      <UndoImport id={item.id} name={item.name} />
    </Cell>
  </Row>
);
