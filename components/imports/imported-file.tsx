import { useFormats, useLanguage, useTexts } from '#language';
import type { ReactNode } from 'react';
import { Money } from '#components/status/money.tsx';
import { RelativeTime } from '#components/status/relative-time.tsx';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { CostImport, ImportMonth } from '#lib/queries/schemas/imports.ts';
import { STATE_LOOKS, useBytes } from './import-looks.ts';
import { UndoImport } from './undo-import.tsx';
import { useFileReason } from '#components/status/use-file-reason.ts';

type AboutFileProps = { item: CostImport; now: string };
type ImportedFileProps = AboutFileProps & { mayUndo: boolean };

export function ImportedFile({ item, now, mayUndo }: ImportedFileProps) {
  const t = useTexts('imports');
  const files = useTexts('importFiles');
  const fileReason = useFileReason();
  const { tone, icon } = STATE_LOOKS[item.state];
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
            {files(`state.${item.state}`)}
          </Badge>
          {mayUndo && <UndoImport id={item.id} name={item.name} counts={item.kind !== null} />}
        </div>
      </div>
      {item.reason !== null && (
        <p className={`max-w-prose text-sm break-words ${item.state === 'done' ? 'text-part' : 'text-miss'}`}>
          {fileReason(item.reason)}
        </p>
      )}
      {item.months.map((month) => (
        <MonthOfFile key={month.period} month={month} />
      ))}
      {item.isAmortised === true && <p className="max-w-prose text-sm text-soft">{t('amortised')}</p>}
      {item.kind === 'reconciliation' && (
        <p className="max-w-prose text-sm text-soft">{t('reconciliation')}</p>
      )}
      <LeftOut item={item} />
    </li>
  );
}

function AboutFile({ item, now }: AboutFileProps) {
  const t = useTexts('imports');
  const files = useTexts('importFiles');
  const bytes = useBytes();
  const { kind, rows, customers, importedBy } = item;
  const way = t(`way.${item.way}`);
  const age = <RelativeTime at={item.startedAt} now={now} />;
  return (
    <>
      {kind !== null &&
        `${t('about', { kind: files(`kind.${kind}`), lines: rows ?? 0, customers: customers ?? 0 })} `}
      {item.bytes !== null && `${bytes(item.bytes)}, `}
      {importedBy === 'command line'
        ? t.rich('wayWhen', { way, age })
        : t.rich('wayWhenBy', { way, age, who: importedBy })}
    </>
  );
}

function MonthOfFile({ month: { period, totals, customers } }: { month: ImportMonth }) {
  const t = useTexts('imports');
  const pages = useTexts('pages');
  const formats = useFormats();
  const whatCounts = useWhatCounts();
  return (
    <div className="grid gap-x-8 gap-y-1 rounded-md bg-subtle px-4 py-3 text-sm md:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1.2fr)]">
      <p className="font-medium">{formats.month(period)}</p>
      <ul className="grid gap-0.5">
        {totals.map(({ currency, net, credit, missed }) => (
          <li key={currency}>
            {t.rich('earnedMissed', {
              earned: <Money amount={credit} currency={currency} />,
              missed: <Money amount={missed} currency={currency} />,
              net: <Money amount={net} currency={currency} />,
            })}
          </li>
        ))}
      </ul>
      <div className="grid content-start gap-1">
        <p className="text-soft">{whatCounts(customers)}</p>
        <p className="flex flex-wrap gap-x-4">
          <AppLink href={`/costs?period=${period}`} className="link">
            {pages('costs')}
          </AppLink>
          <AppLink href="/gaps" className="link">
            {pages('gaps')}
          </AppLink>
        </p>
      </div>
    </div>
  );
}

/** Whose figures the pages show for this month, customer by customer. */
function useWhatCounts(): (customers: ImportMonth['customers']) => string {
  const t = useTexts('imports');
  return ({ counting, otherFile, azure }) => {
    if (counting + otherFile + azure === 0) return t('counts.notJudged');
    if (otherFile + azure === 0) return t('counts.all');
    return [
      counting > 0 ? t('counts.some', { count: counting }) : t('counts.nobody'),
      azure > 0 ? t('counts.azure', { count: azure }) : '',
      otherFile > 0 ? t('counts.other', { count: otherFile }) : '',
    ]
      .filter((part) => part !== '')
      .join(' ');
  };
}

function LeftOut({ item: { id, rejected, withoutCustomer } }: { item: CostImport }) {
  const t = useTexts('imports');
  if ((rejected ?? 0) === 0 && (withoutCustomer ?? 0) === 0) return null;
  return (
    <div className="grid gap-1 text-sm text-part">
      {rejected !== null && rejected > 0 && (
        <p>{t.rich('rejected', { lines: rejected, link: <RejectedLink id={id} /> })}</p>
      )}
      {withoutCustomer !== null && withoutCustomer > 0 && <p>{t('without', { lines: withoutCustomer })}</p>}
    </div>
  );
}

// A file of our API, so not a page that the router could show.
function RejectedLink({ id, children }: { id: string; children?: ReactNode }) {
  const language = useLanguage();
  return (
    <a href={addressWith(`/api/v1/imports/${id}/rejected`, { language })} download className="link">
      {children}
    </a>
  );
}
