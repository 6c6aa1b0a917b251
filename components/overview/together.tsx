import { useFormats, useTexts } from '#language';
import { CurrencyFigures } from '#components/status/currency-figures.tsx';
import type { Together as Sums } from '#lib/queries/schemas/overview.ts';

/** All currencies in the one that the partner reports in; each is shown by itself beside it. */
export function Together({ together, period }: { together: Sums | null; period: string }) {
  if (together === null) return null;
  return together.state === 'converted' ? (
    <Converted together={together} period={period} />
  ) : (
    <WithoutRate together={together} period={period} />
  );
}

type Of<State extends Sums['state']> = { together: Extract<Sums, { state: State }>; period: string };

function Converted({ together: { money, rates }, period }: Of<'converted'>) {
  const t = useTexts('overview');
  const formats = useFormats();
  const { currency } = money;
  return (
    <section
      aria-label={t('together.title', { currency })}
      className="@container rounded-lg border bg-surface p-5"
    >
      <div className="grid gap-x-10 gap-y-6 @3xl:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <div className="@container">
          <CurrencyFigures money={money} before={t('together.title', { currency })} />
        </div>
        <div className="text-sm @3xl:border-l @3xl:pl-10">
          <p className="text-soft">{t('together.how', { month: formats.monthName(period) })}</p>
          <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 tabular-nums">
            {rates.map((rate) => (
              <li key={rate.currency}>
                {t('together.rate', {
                  one: currency,
                  other: formats.rate(rate.forOne),
                  currency: rate.currency,
                })}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

function WithoutRate({ together: { currency, missing }, period }: Of<'no-rate'>) {
  const t = useTexts('overview');
  const formats = useFormats();
  return (
    <p className="text-sm text-soft">
      {t('together.noRate', {
        currency,
        missing: formats.list(missing),
        month: formats.monthName(period),
      })}
    </p>
  );
}
