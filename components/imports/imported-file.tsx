import { Money } from '#components/status/money.tsx';
import { RelativeTime } from '#components/status/relative-time.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { formatMonth } from '#components/ui/format-dates.ts';
import { plural } from '#components/ui/format-numbers.ts';
import type { CostImport, ImportMonth } from '#lib/queries/schemas/imports.ts';
import { formatBytes, KIND_WORDS, STATE_LOOKS, WAY_WORDS } from './import-words.ts';
import { UndoImport } from './undo-import.tsx';

type ImportedFileProps = { item: CostImport; now: string };

export function ImportedFile({ item, now }: ImportedFileProps) {
  const { word, tone, icon } = STATE_LOOKS[item.state];
  return (
    <li className="grid gap-3 border-b px-5 py-4 last:border-b-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-80">
          <h3 className="font-medium break-all">{item.name}</h3>
          <p className="text-sm text-soft">
            <AboutFile item={item} now={now} />
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Badge tone={tone} icon={icon}>
            {word}
          </Badge>
          <UndoImport id={item.id} name={item.name} counts={item.kind !== null} />
        </div>
      </div>
      {item.reason !== null && (
        <p className={`max-w-prose text-sm break-words ${item.state === 'done' ? 'text-part' : 'text-miss'}`}>
          {item.reason}
        </p>
      )}
      {item.months.map((month) => (
        <MonthOfFile key={month.period} month={month} />
      ))}
      {item.isAmortised === true && (
        <p className="max-w-prose text-sm text-soft">
          Amortised cost: it counts only where nothing else is held of a month.
        </p>
      )}
      {item.kind === 'reconciliation' && (
        <p className="max-w-prose text-sm text-soft">
          It tells no days and no Azure subscriptions, so it counts nowhere. It is compared with the daily
          rated usage of the same month: see Reconciliation.
        </p>
      )}
      <LeftOut item={item} />
    </li>
  );
}

const AboutFile = ({ item, now }: ImportedFileProps) => (
  <>
    {item.kind !== null && (
      <>
        {KIND_WORDS[item.kind]}, {plural(item.rows ?? 0, 'line')}, {plural(item.customers ?? 0, 'customer')}
        .{' '}
      </>
    )}
    {item.bytes !== null && `${formatBytes(item.bytes)}, `}
    {WAY_WORDS[item.way]} <RelativeTime at={item.startedAt} now={now} />
    {item.importedBy !== 'command line' && ` by ${item.importedBy}`}
  </>
);

const MonthOfFile = ({ month: { period, totals, customers } }: { month: ImportMonth }) => (
  <div className="grid gap-x-8 gap-y-1 rounded-md bg-subtle px-4 py-3 text-sm md:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1.2fr)]">
    <p className="font-medium">{formatMonth(period)}</p>
    <ul className="grid gap-0.5">
      {totals.map(({ currency, net, credit, missed }) => (
        <li key={currency}>
          <Money amount={credit} currency={currency} /> earned, <Money amount={missed} currency={currency} />{' '}
          missed of <Money amount={net} currency={currency} />
        </li>
      ))}
    </ul>
    <div className="grid content-start gap-1">
      <p className="text-soft">{whatCounts(customers)}</p>
      <p className="flex flex-wrap gap-x-4">
        <AppLink href={`/costs?period=${period}`} className="link">
          Costs
        </AppLink>
        <AppLink href={`/gaps?period=${period}`} className="link">
          Gaps
        </AppLink>
      </p>
    </div>
  </div>
);

/** Whose figures the pages show for this month, customer by customer. */
function whatCounts({ counting, otherFile, azure }: ImportMonth['customers']): string {
  if (counting + otherFile + azure === 0) return 'Nothing of it is judged yet.';
  if (otherFile + azure === 0) return 'The month of all its customers comes from this file.';
  const parts = [
    counting > 0
      ? `This file counts for ${plural(counting, 'customer')}.`
      : 'This file counts for nobody now.',
    azure > 0
      ? `For ${plural(azure, 'customer')} what Azure answered is newer or tells more, and stays.`
      : '',
    otherFile > 0 ? `For ${plural(otherFile, 'customer')} a newer file counts.` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function LeftOut({ item: { id, rejected, withoutCustomer } }: { item: CostImport }) {
  if ((rejected ?? 0) === 0 && (withoutCustomer ?? 0) === 0) return null;
  return (
    <div className="grid gap-1 text-sm text-part">
      {rejected !== null && rejected > 0 && (
        <p>
          {plural(rejected, 'line')} could not be read and {rejected === 1 ? 'counts' : 'count'} nowhere.{' '}
          <a href={`/api/v1/imports/${id}/rejected`} download className="link">
            Download them with the reasons
          </a>
        </p>
      )}
      {withoutCustomer !== null && withoutCustomer > 0 && (
        <p>{plural(withoutCustomer, 'line')} without a customer: kept with the file, counted for nobody.</p>
      )}
    </div>
  );
}
