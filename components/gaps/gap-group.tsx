import { CauseTitle } from '#components/status/cause-text.tsx';
import { causeWords } from '#components/status/cause-words.ts';
import { MissedList } from '#components/status/missed.tsx';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import type { GapGroup as Group } from '#lib/queries/schemas/gaps.ts';
import { BulkForm } from './bulk-form.tsx';
import { PATH, type Choice } from './choice.ts';
import { GapTable } from './gap-table.tsx';

type GapGroupProps = { group: Group; choice: Choice; mayChange: boolean };

/** One cause: what it means, how many, what they may have missed, and the worst of them. */
export function GapGroup({ group, choice, mayChange }: GapGroupProps) {
  const { cause, findings, customers, missed, items } = group;
  const all = addressWith(PATH, choice, { cause });
  const formId = `decide-${cause}`;
  const hidden = findings - items.length;
  return (
    <Card
      id={cause}
      title={
        <AppLink href={all} className="underline-offset-4 hover:underline">
          <CauseTitle cause={cause} />
        </AppLink>
      }
      note={causeWords(cause).meaning}
      aside={
        <p className="grid justify-items-end text-right text-sm">
          <span className="font-semibold">
            <MissedList totals={missed} />
          </span>
          <span className="text-faint">
            {plural(findings, 'finding')} of {plural(customers, 'customer')}
          </span>
        </p>
      }
      flush
    >
      <GapTable
        caption={`Findings: ${causeWords(cause).title}`}
        findings={items}
        formId={mayChange ? formId : null}
      />
      <div className="flex flex-wrap items-center justify-between gap-3 border-t px-5 py-3 empty:hidden">
        {mayChange && <BulkForm formId={formId} back={addressWith(PATH, choice)} />}
        {hidden > 0 && (
          <AppLink href={all} className="link text-sm">
            All {formatCount(findings)} of this cause
          </AppLink>
        )}
      </div>
    </Card>
  );
}
