import { useTexts } from '#language';
import type { Cause } from '#lib/core/causes.ts';
import { ASKS_CUSTOMER } from './asks-customer.ts';

export function CauseTitle({ cause }: { cause: Cause }) {
  return useTexts('causes')(`${cause}.title`);
}

/** What the cause means and what puts it right. */
export function CauseText({ cause }: { cause: Cause }) {
  const t = useTexts('causes');
  return (
    <div className="grid max-w-prose gap-1 text-sm text-soft">
      <p>{t(`${cause}.meaning`)}</p>
      <p>
        {t.rich('whatToDo', {
          strong: <span className="font-medium text-ink" />,
          remedy: t(`${cause}.remedy`),
        })}
      </p>
      {ASKS_CUSTOMER.has(cause) && <p className="text-xs text-faint">{t('askingRule')}</p>}
    </div>
  );
}
