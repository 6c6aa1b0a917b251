import { ListFilters } from '#components/layout/list-filters.tsx';
import { CAUSE_OPTIONS } from '#components/status/cause-options.ts';
import { causeWords } from '#components/status/cause-words.ts';
import { ACCESS_LOOKS, CREDIT_LOOKS } from '#components/status/verdict-looks.ts';
import { VerdictSegments } from '#components/status/verdict-segments.tsx';
import { addressWith } from '#components/ui/address.ts';
import type { FilterChip } from '#components/ui/filter-chips.tsx';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import type { CustomerList } from '#lib/queries/schemas/customers.ts';
import { isFiltered, PATH, type Choice } from './choice.ts';

type CustomerFiltersProps = { choice: Choice; list: CustomerList };

const CAUSE = { name: 'cause', label: 'Main cause', all: 'Any main cause', options: CAUSE_OPTIONS };

export const CustomerFilters = ({ choice, list }: CustomerFiltersProps) => (
  <ListFilters
    path={PATH}
    choice={choice}
    search={{ label: 'Search customers', placeholder: 'Name or tenant id' }}
    selects={[CAUSE, ...ownerSelect(list.owners)]}
    count={`${isFiltered(choice) ? `${formatCount(list.total)} of ` : ''}${plural(list.unfilteredTotal, 'customer')}`}
    chips={chipsOf(choice, list.owners)}
    segments={<VerdictSegments path={PATH} choice={choice} list={list} />}
  />
);

const ownerSelect = (owners: CustomerList['owners']) =>
  owners.length === 0
    ? []
    : [
        {
          ...{ name: 'owner', label: 'Owner', all: 'Any owner', narrow: true },
          options: [
            { value: 'me', label: 'Owned by me' },
            { value: 'none', label: 'Owned by nobody' },
            ...owners.map(({ personId, name }) => ({ value: personId, label: name ?? personId })),
          ],
        },
      ];

function ownerWords(owner: NonNullable<Choice['owner']>, owners: CustomerList['owners']): string {
  if (owner === 'me') return 'Owned by me';
  if (owner === 'none') return 'Owned by nobody';
  return `Owned by ${owners.find(({ personId }) => personId === owner)?.name ?? owner}`;
}

/** The filters in force besides the verdict. */
function chipsOf(choice: Choice, owners: CustomerList['owners']): FilterChip[] {
  const { access, credit, cause, owner, q } = choice;
  const chips: FilterChip[] = [];
  const chip = (text: string, without: Partial<Record<keyof Choice, undefined>>) =>
    chips.push({ text, hrefWithout: addressWith(PATH, choice, without) });
  const words = [
    access === undefined ? '' : `access: ${ACCESS_LOOKS[access].word}`,
    credit === undefined ? '' : `credit: ${CREDIT_LOOKS[credit].word}`,
  ].filter((text) => text !== '');
  // One chip for both: together they mean one subscription that has both.
  if (words.length > 0) {
    chip(`A subscription with ${words.join(' and ')}`, { access: undefined, credit: undefined });
  }
  if (cause !== undefined) chip(`Main cause: ${causeWords(cause).title}`, { cause: undefined });
  if (owner !== undefined) chip(ownerWords(owner, owners), { owner: undefined });
  if (q !== undefined) chip(`Name or id holds “${q}”`, { q: undefined });
  return chips;
}
