import { CauseText, CauseTitle } from '#components/status/cause-text.tsx';
import { causeWords } from '#components/status/cause-words.ts';
import { MissedList } from '#components/status/missed.tsx';
import { addressWith } from '#components/ui/address.ts';
import { Card } from '#components/ui/card.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { plural } from '#components/ui/format-numbers.ts';
import { Pager } from '#components/ui/pager.tsx';
import { Body } from '#components/ui/table.tsx';
import type { Cause } from '#lib/core/causes.ts';
import type { Gaps } from '#lib/queries/schemas/gaps.ts';
import { BulkForm } from './bulk-form.tsx';
import { PATH, type Choice } from './choice.ts';
import { GapRows, GapTable } from './gap-table.tsx';

type OneCauseProps = { cause: Cause; gaps: Gaps; choice: Choice; cursor: string | undefined };

const ORDERS = [
  { value: 'since', label: 'Longest first' },
  { value: '-since', label: 'Newest first' },
  { value: 'customer', label: 'By customer' },
  { value: 'state', label: 'By state' },
];

/** All findings of one cause, page by page. */
export function OneCause({ cause, gaps, choice, cursor }: OneCauseProps) {
  const formId = gaps.mayChange ? 'decide' : null;
  return (
    <>
      <Card
        title={<CauseTitle cause={cause} />}
        aside={
          <p className="grid justify-items-end text-right text-sm">
            <span className="font-semibold">
              <MissedList totals={gaps.totals} />
            </span>
            <span className="text-faint">{plural(gaps.total, 'finding')}</span>
          </p>
        }
        flush
      >
        <div className="flex flex-wrap items-end justify-between gap-4 px-5 pb-3">
          <CauseText cause={cause} />
          <FilterSelect
            path={PATH}
            name="sort"
            label="Order"
            all="Worst money first"
            value={choice.sort ?? ''}
            options={ORDERS}
            keep={{ ...choice, sort: undefined }}
            narrow
          />
        </div>
        <GapTable caption={`Findings: ${causeWords(cause).title}`}>
          <Body>
            <GapRows findings={gaps.items} formId={formId} />
          </Body>
        </GapTable>
        {formId !== null && <BulkForm formId={formId} back={addressWith(PATH, choice, { cursor })} />}
      </Card>
      <Pager path={PATH} query={choice} list={gaps} paged={cursor !== undefined} />
    </>
  );
}
