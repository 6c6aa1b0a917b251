import type { ReactNode } from 'react';
import { useTexts } from '#language';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { DayChart } from './day-chart.tsx';
import type { ChartDay } from './day-chart-shape.ts';
import { CurrencyFigures, type FigureLinks } from './currency-figures.tsx';

type CurrencyPanelProps = {
  money: Money;
  days: ChartDay[];
  before?: ReactNode;
  hrefs?: FigureLinks;
  className?: string;
};

/** One currency: its figures and its days, beside each other where there is room. Currencies are never added. */
export function CurrencyPanel({ money, days, before, hrefs, className = '' }: CurrencyPanelProps) {
  const t = useTexts('figures');
  const own = days.filter((day) => day.currency === money.currency);
  return (
    <section
      aria-label={money.currency}
      className={`when-seen @container rounded-lg border bg-surface p-5 print:rounded-none print:border-x-0 print:px-0 ${className}`}
    >
      <div className="grid gap-x-10 gap-y-6 @3xl:grid-cols-[20rem_minmax(0,1fr)]">
        <CurrencyFigures money={money} before={before} {...(hrefs === undefined ? {} : { hrefs })} />
        {own.length > 0 ? (
          <DayChart days={own} currency={money.currency} />
        ) : (
          <p className="self-center text-sm text-faint">{t('noDays')}</p>
        )}
      </div>
    </section>
  );
}
