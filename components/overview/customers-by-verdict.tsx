import { useFormats, useTexts } from '#language';
import { useLooks } from '#components/status/use-looks.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TONE_TEXT } from '#components/ui/tone.ts';
import { VERDICTS } from '#lib/core/statuses.ts';
import type { Overview } from '#lib/queries/schemas/overview.ts';

/** Customers by verdict, each number a link to its rows. */
export function CustomersByVerdict({ overview }: { overview: Overview }) {
  const t = useTexts('overview');
  const looks = useLooks();
  const { count } = useFormats();
  const { byVerdict } = overview.customers;
  return (
    <nav aria-label={t('byVerdict')}>
      <ul className="grid grid-cols-2 overflow-hidden rounded-lg border bg-surface sm:grid-cols-4 xl:grid-cols-7">
        {VERDICTS.map((verdict) => {
          const look = looks.verdict(verdict);
          const none = byVerdict[verdict] === 0;
          return (
            <li key={verdict} className="-mr-px -mb-px border-r border-b">
              <AppLink
                href={`/customers?period=${overview.period}&verdict=${verdict}`}
                className="grid gap-0.5 px-4 py-3 -outline-offset-2! hover:bg-subtle"
              >
                <span
                  className={`inline-flex items-center gap-1.5 text-xs font-medium ${none ? 'text-faint' : TONE_TEXT[look.tone]}`}
                >
                  <Icon name={look.icon} className="size-3.5" />
                  {look.word}
                </span>
                <span className={`text-xl font-semibold tabular-nums ${none ? 'text-faint' : ''}`}>
                  {count(byVerdict[verdict])}
                </span>
                <span className="text-xs text-faint">
                  {t('customersWord', { count: byVerdict[verdict] })}
                </span>
              </AppLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
