import { ListFilters } from '#components/layout/list-filters.tsx';
import { addressWith } from '#components/ui/address.ts';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import { Segments } from '#components/ui/segments.tsx';
import type { LinkList } from '#lib/queries/schemas/links.ts';
import { isFiltered, PATH, type Choice } from './choice.ts';
import { STATE_LOOKS, STATES } from './link-words.ts';

type LinkFiltersProps = { choice: Choice; list: LinkList };

const WHERE = {
  ...{ name: 'where', label: 'Whose directory', all: 'In any tenant' },
  options: [
    { value: 'managing', label: 'In your tenant' },
    { value: 'customers', label: 'In customer tenants' },
  ],
};

export const LinkFilters = ({ choice, list }: LinkFiltersProps) => (
  <ListFilters
    path={PATH}
    choice={choice}
    search={{ label: 'Search identities', placeholder: 'Name, id, tenant or partner ID' }}
    selects={[WHERE]}
    count={`${isFiltered(choice) ? `${formatCount(list.total)} of ` : ''}${plural(list.unfilteredTotal, 'identity', 'identities')}`}
    chips={[]}
    segments={
      <Segments
        label="State of the link"
        segments={[
          {
            href: addressWith(PATH, choice, { state: undefined }),
            label: 'All',
            count: list.unfilteredTotal,
            current: choice.state === undefined,
          },
          ...STATES.map((state) => ({
            href: addressWith(PATH, choice, { state }),
            label: STATE_LOOKS[state].word,
            count: list.byState[state],
            current: choice.state === state,
          })),
        ]}
      />
    }
  />
);
