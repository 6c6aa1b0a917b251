import { causeWords } from '#components/status/cause-words.ts';
import { VERDICT_LOOKS } from '#components/status/verdict-looks.ts';
import { addressWith } from '#components/ui/address.ts';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { SearchBox } from '#components/ui/search-box.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { CAUSES } from '#lib/core/causes.ts';
import { VERDICTS } from '#lib/core/statuses.ts';
import type { Choice } from './choice.ts';

const CAUSE_OPTIONS = CAUSES.map((cause) => ({ value: cause, label: causeWords(cause).title })).toSorted(
  (a, b) => a.label.localeCompare(b.label, 'en'),
);

export function CustomerFilters({ choice }: { choice: Choice }) {
  const { q, cause, ...withoutBoth } = choice;
  return (
    <div className="grid gap-3 print:hidden">
      <Segments
        label="Verdict"
        segments={[
          {
            href: addressWith('/customers', choice, { verdict: undefined }),
            label: 'All',
            current: !choice.verdict,
          },
          ...VERDICTS.map((verdict) => ({
            href: addressWith('/customers', choice, { verdict }),
            label: VERDICT_LOOKS[verdict].word,
            current: choice.verdict === verdict,
          })),
        ]}
      />
      <div className="flex flex-wrap gap-3">
        <SearchBox
          label="Search customers"
          placeholder="Name or tenant id"
          value={q ?? ''}
          keep={{ ...withoutBoth, cause }}
        />
        <FilterSelect
          name="cause"
          label="Main cause"
          all="Any main cause"
          value={cause ?? ''}
          options={CAUSE_OPTIONS}
          keep={{ ...withoutBoth, q }}
        />
      </div>
    </div>
  );
}
