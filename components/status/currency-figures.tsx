import type { ReactNode } from 'react';
import { useTexts } from '#language';
import { AppLink } from '#components/ui/app-link.tsx';
import { HelpText } from '#components/ui/help-text.tsx';
import { isZero } from '#components/ui/is-zero.ts';
import type { Money as MoneyRow } from '#lib/queries/schemas/shared.ts';
import { Coverage, CoverageBar } from './coverage-bar.tsx';
import { Missed } from './missed.tsx';
import { Money } from './money.tsx';

/** Where the rows behind the figures are listed. */
export type FigureLinks = { credit: string; missed: string; cost: string; classes: string };

type CurrencyFiguresProps = { money: MoneyRow; before?: ReactNode; hrefs?: FigureLinks };

/** Two and two, where they do not all stand beside each other. */
const FOUR = '@md:grid-cols-2 @md:gap-y-3 @2xl:flex @3xl:gap-y-0.5';

export function CurrencyFigures({ money, before, hrefs }: CurrencyFiguresProps) {
  const t = useTexts('figures');
  const hasUnclassified = !isZero(money.unclassifiedGross);
  const hasIneligible = !isZero(money.ineligibleGross);
  return (
    <div className="grid content-start gap-x-8 gap-y-4 @md:grid-cols-[auto_minmax(0,1fr)] @3xl:grid-cols-1">
      <div>
        <h2 className="text-sm text-soft">
          {t('creditEarned')} <span className="text-faint">{money.currency}</span>
        </h2>
        <p className="text-2xl font-semibold tracking-tight tabular-nums @3xl:text-3xl">
          <Linked href={hrefs?.credit} quiet>
            <Money amount={money.credit} currency={money.currency} />
          </Linked>
        </p>
        {before !== undefined && <p className="text-xs text-faint">{before}</p>}
      </div>
      <div className="grid content-end gap-1.5">
        <p className="flex justify-between gap-4 text-sm">
          <span className="text-soft">{t('coverageOfEligible')}</span>
          <span className="font-medium">
            <Coverage money={money} />
          </span>
        </p>
        <CoverageBar money={money} thick />
      </div>
      <dl
        className={`grid gap-x-6 gap-y-0.5 text-sm @md:col-span-full @md:flex-wrap @md:justify-between @3xl:grid @3xl:grid-cols-1 @3xl:justify-stretch ${hasUnclassified && hasIneligible ? FOUR : '@md:flex'}`}
      >
        <Figure name={t('missed')} help={<MissedHelp money={money} />}>
          <Linked href={hrefs?.missed}>
            <Missed money={money} />
          </Linked>
        </Figure>
        <Figure name={t('costBefore')}>
          <Linked href={hrefs?.cost}>
            <Money amount={money.gross} currency={money.currency} />
          </Linked>
        </Figure>
        {hasUnclassified && (
          <Figure name={t('unclassified')}>
            <Linked href={hrefs?.classes}>
              <Money amount={money.unclassifiedGross} currency={money.currency} />
            </Linked>
          </Figure>
        )}
        {hasIneligible && (
          <Figure name={t('cannotEarn')}>
            <Linked href={hrefs?.classes}>
              <Money amount={money.ineligibleGross} currency={money.currency} />
            </Linked>
          </Figure>
        )}
      </dl>
    </div>
  );
}

function MissedHelp({ money }: { money: MoneyRow }) {
  const t = useTexts('figures');
  const { currency, missed, missedAtMost, unclassifiedGross } = money;
  return (
    <HelpText about={t('aboutMissed', { currency })} id={`missed-${currency}`}>
      {t('missedHelp')}{' '}
      {!isZero(unclassifiedGross) &&
        t.rich('missedBetween', {
          low: <Money amount={missed} currency={currency} />,
          high: <Money amount={missedAtMost} currency={currency} />,
        })}
    </HelpText>
  );
}

function Figure({ name, help, children }: { name: string; help?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 @md:block @3xl:flex">
      <dt className="inline-flex min-h-6 items-center gap-1 text-soft">
        {name} {help}
      </dt>
      <dd className="font-medium @md:pt-1 @3xl:pt-0">{children}</dd>
    </div>
  );
}

type LinkedProps = { href: string | undefined; quiet?: boolean; children: ReactNode };

/** `quiet` leaves a figure its own looks until it is pointed at. */
function Linked({ href, quiet = false, children }: LinkedProps) {
  if (href === undefined) return children;
  return (
    <AppLink href={href} className={quiet ? 'underline-offset-4 hover:underline' : 'link'}>
      {children}
    </AppLink>
  );
}
