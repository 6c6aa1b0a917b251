import type { ReactNode } from 'react';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { DayChart } from './day-chart.tsx';
import type { ChartDay } from './day-chart-shape.ts';
import { CurrencyFigures, type FigureLinks } from './currency-figures.tsx';

type CurrencyPanelProps = { money: Money; days: ChartDay[]; before?: ReactNode; hrefs?: FigureLinks };

/** One currency: its figures and its days. Currencies stand under each other and are never added. */
export function CurrencyPanel({ money, days, before, hrefs }: CurrencyPanelProps) {
  const own = days.filter((day) => day.currency === money.currency);
  return (
    <section
      aria-label={money.currency}
      className="grid gap-x-10 gap-y-6 rounded-lg border bg-surface p-5 lg:grid-cols-[20rem_minmax(0,1fr)] print:grid-cols-[16rem_minmax(0,1fr)] print:rounded-none print:border-x-0 print:px-0"
    >
      <CurrencyFigures money={money} before={before} {...(hrefs === undefined ? {} : { hrefs })} />
      {own.length > 0 ? (
        <DayChart days={own} currency={money.currency} />
      ) : (
        <p className="self-center text-sm text-faint">No cost by day was read in this currency.</p>
      )}
    </section>
  );
}
