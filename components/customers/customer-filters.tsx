import { CAUSE_OPTIONS } from '#components/status/cause-options.ts';
import { VerdictSegments } from '#components/status/verdict-segments.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import { SearchBox } from '#components/ui/search-box.tsx';
import type { CustomerList } from '#lib/queries/schemas/customers.ts';
import { ActiveFilters } from './active-filters.tsx';
import { isFiltered, type Choice } from './choice.ts';

type CustomerFiltersProps = { choice: Choice; list: CustomerList };

export function CustomerFilters({ choice, list }: CustomerFiltersProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <VerdictSegments path="/customers" choice={choice} list={list} />
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
