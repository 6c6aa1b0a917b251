import type { Cause } from '#lib/core/causes.ts';
import { causeWords } from './cause-words.ts';

export const CauseTitle = ({ cause }: { cause: Cause }) => <>{causeWords(cause).title}</>;

/** What the cause means and what puts it right. */
export function CauseText({ cause }: { cause: Cause }) {
  const words = causeWords(cause);
  return (
    <div className="grid max-w-prose gap-1 text-sm text-soft">
      <p>{words.meaning}</p>
      <p>
        <span className="font-medium text-ink">What to do: </span>
        {words.remedy}
      </p>
      {words.asksCustomer && <AskingRule />}
    </div>
  );
}

function AskingRule() {
  return (
    <p className="text-xs text-faint">
      Microsoft forbids pressing customers for access only to earn credit: start from the service you deliver
      and the least role that fits it.
    </p>
  );
}
