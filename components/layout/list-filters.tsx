import { useTexts } from '#language';
import type { ReactNode } from 'react';
import { FoundCount } from '#components/grid/search-ahead.tsx';
import { Drawn } from '#components/drawn/drawn.tsx';
import { AddressForm } from '#components/ui/address-form.tsx';
import type { AddressQuery } from '#components/ui/address.ts';
import { FilterChips, type FilterChip } from '#components/ui/filter-chips.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { KeptFields } from '#components/ui/kept-fields.tsx';
import type { GridHead } from '#components/grid/grid-shape.ts';
import { SearchBox } from '#components/ui/search-box.tsx';
import { SortBy } from './sort-by.tsx';

export type ListFilter = {
  name: string;
  label: string;
  all: string;
  options: readonly { value: string; label: string }[];
  narrow?: boolean;
};

type ListFiltersProps = {
  path: string;
  /** The address as it is. */
  choice: AddressQuery;
  /** null where rows cannot be looked for by their text. */
  search: { label: string; placeholder: string } | null;
  selects: readonly ListFilter[];
  /** Of the list that can be put in order; none where it is not one list. */
  heads?: readonly GridHead[];
  /** "12 of 1,204 customers". */
  count: string | null;
  /** Filters in force that no field shows. */
  chips: FilterChip[];
  /** Links to a few views of the list, above its fields. */
  segments: ReactNode;
  /** Beside the fields. */
  children?: ReactNode;
};

/** What a list is narrowed by: links, one form, and what is in force. */
export function ListFilters(props: ListFiltersProps) {
  const t = useTexts('ui');
  const { path, choice, search, selects, heads = [], count, chips, segments, children } = props;
  const orders = heads.some(({ sort }) => sort !== null);
  const names = [
    ...(search === null ? [] : ['q']),
    ...selects.map(({ name }) => name),
    ...(orders ? ['sort'] : []),
  ];
  const valueOf = (name: string): string => String(choice[name] ?? '');
  const kept = Object.entries(choice).filter(([name]) => !names.includes(name));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <Drawn of={null} className="print:hidden">
        {segments}
      </Drawn>
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        <AddressForm
          path={path}
          values={Object.fromEntries(names.map((name) => [name, valueOf(name)]))}
          className="contents"
        >
          <KeptFields keep={Object.fromEntries(kept)} />
          {search !== null && <SearchBox {...search} value={valueOf('q')} />}
          {selects.map((select) => (
            <FilterSelect key={select.name} {...select} value={valueOf(select.name)} />
          ))}
          {orders && <SortBy heads={heads} asked={valueOf('sort')} />}
          <noscript>
            <button className="rounded-md border px-3 py-1.5 text-sm">{t('apply')}</button>
          </noscript>
        </AddressForm>
        {children}
        {count !== null && (
          <p role="status" className="text-sm text-soft sm:ml-auto">
            <FoundCount count={count} />
          </p>
        )}
      </div>
      <FilterChips chips={chips} />
    </div>
  );
}
