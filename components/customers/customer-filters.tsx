import { causeWords } from '#components/status/cause-words.ts';
import { VERDICT_LOOKS } from '#components/status/verdict-looks.ts';
import { addressWith } from '#components/ui/address.ts';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import { SearchBox } from '#components/ui/search-box.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { CAUSES } from '#lib/core/causes.ts';
import { VERDICTS } from '#lib/core/statuses.ts';
import type { CustomerList } from '#lib/queries/schemas/customers.ts';
import { ActiveFilters } from './active-filters.tsx';
import { isFiltered, type Choice } from './choice.ts';

const CAUSE_OPTIONS = CAUSES.map((cause) => ({ value: cause, label: causeWords(cause).title })).toSorted(
  (a, b) => a.label.localeCompare(b.label, 'en'),
);

type CustomerFiltersProps = { choice: Choice; list: CustomerList };

export function CustomerFilters({ choice, list }: CustomerFiltersProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <VerdictSegments choice={choice} list={list} />
      <div className="flex flex-wrap items-center gap-3">
        <SearchBox
          path="/customers"
          label="Search customers"
          placeholder="Name or tenant id"
          value={choice.q ?? ''}
          keep={{ ...choice, q: undefined }}
        />
        <FilterSelect
          path="/customers"
          name="cause"
          label="Main cause"
          all="Any main cause"
          value={choice.cause ?? ''}
          options={CAUSE_OPTIONS}
          keep={{ ...choice, cause: undefined }}
        />
        {list.owners.length > 0 && <OwnerSelect choice={choice} owners={list.owners} />}
        <p role="status" className="text-sm text-soft sm:ml-auto">
          {isFiltered(choice) && `${formatCount(list.total)} of `}
          {plural(list.unfilteredTotal, 'customer')}
        </p>
      </div>
      <ActiveFilters choice={choice} owners={list.owners} />
    </div>
  );
}

const OwnerSelect = ({ choice, owners }: { choice: Choice; owners: CustomerList['owners'] }) => (
  <FilterSelect
    path="/customers"
    name="owner"
    label="Owner"
    all="Any owner"
    value={choice.owner ?? ''}
    options={[
      { value: 'me', label: 'Owned by me' },
      { value: 'none', label: 'Owned by nobody' },
      ...owners.map(({ personId, name }) => ({ value: personId, label: name ?? personId })),
    ]}
    keep={{ ...choice, owner: undefined }}
    narrow
  />
);

function VerdictSegments({ choice, list }: CustomerFiltersProps) {
  return (
    <div className="print:hidden">
      <Segments
        label="Verdict"
        segments={[
          {
            href: addressWith('/customers', choice, { verdict: undefined }),
            label: 'All',
            count: list.unfilteredTotal,
            current: choice.verdict === undefined,
          },
          ...VERDICTS.map((verdict) => ({
            href: addressWith('/customers', choice, { verdict }),
            label: VERDICT_LOOKS[verdict].word,
            count: list.byVerdict[verdict],
            current: choice.verdict === verdict,
          })),
        ]}
      />
    </div>
  );
}
