import { useTexts } from '#language';
import type { Money as MoneyRow } from '#lib/queries/schemas/shared.ts';
import { Money, NoData } from './money.tsx';

/** The estimate of credit missed; "up to" while some of the cost is not known to be eligible. */
type MissedProps = { money: Pick<MoneyRow, 'currency' | 'missed' | 'missedAtMost'> };

export function Missed({ money }: MissedProps) {
  const t = useTexts('figures');
  const open = Number(money.missed) !== Number(money.missedAtMost);
  const amount = <Money amount={money.missedAtMost} currency={money.currency} />;
  return (
    <span className="whitespace-nowrap">
      {open
        ? t.rich('upTo', {
            faint: <span className="font-normal text-faint" />,
            money: amount,
          })
        : amount}
    </span>
  );
}

/** One line per currency; currencies are never added. */
export function MissedList({ totals }: { totals: MoneyRow[] }) {
  const t = useTexts('figures');
  if (totals.length === 0) return <NoData why={t('noCostRead')} />;
  return (
    <span className="inline-grid">
      {totals.map((money) => (
        <Missed key={money.currency} money={money} />
      ))}
    </span>
  );
}
