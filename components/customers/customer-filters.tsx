import { useTexts, useWording } from '#language';
import type { GridHead } from '#components/grid/grid-shape.ts';
import { ListFilters, type ListFilter } from '#components/layout/list-filters.tsx';
import { useCauseOptions } from '#components/status/use-cause-options.ts';
import { useLooks } from '#components/status/use-looks.ts';
import { VerdictSegments } from '#components/status/verdict-segments.tsx';
import { addressWith } from '#components/ui/address.ts';
import type { FilterChip } from '#components/ui/filter-chips.tsx';
import type { CustomerList } from '#lib/queries/schemas/customers.ts';
import { PATH, type Choice } from './choice.ts';
import { customerCount } from './customer-columns.ts';

type CustomerFiltersProps = { choice: Choice; list: CustomerList; heads: readonly GridHead[] };

/** What the customers are narrowed by. */
export function CustomerFilters({ choice, list, heads }: CustomerFiltersProps) {
  const t = useTexts('customers');
  const causes = useCauseOptions();
  const chips = useChips(choice, list.owners);
  return (
    <ListFilters
      path={PATH}
      choice={choice}
      search={{ label: t('search'), placeholder: t('placeholder') }}
      selects={[
        { name: 'cause', label: t('mainCause'), all: t('anyCause'), options: causes },
        ...useOwnerSelect(list.owners),
      ]}
      heads={heads}
      count={customerCount(useWording(), choice, list)}
      chips={chips}
      segments={<VerdictSegments path={PATH} choice={choice} list={list} />}
    />
  );
}

function useOwnerSelect(owners: CustomerList['owners']): ListFilter[] {
  const t = useTexts('customers');
  if (owners.length === 0) return [];
  return [
    {
      ...{ name: 'owner', label: t('owner'), all: t('anyOwner'), narrow: true },
      options: [
        { value: 'me', label: t('mine') },
        { value: 'none', label: t('nobodys') },
        ...owners.map(({ personId, name }) => ({ value: personId, label: name ?? personId })),
      ],
    },
  ];
}

type OwnerWords = (owner: NonNullable<Choice['owner']>) => string;

function useOwnerWords(owners: CustomerList['owners']): OwnerWords {
  const t = useTexts('customers');
  return (owner) => {
    if (owner === 'me') return t('mine');
    if (owner === 'none') return t('nobodys');
    return t('ownedBy', { name: owners.find(({ personId }) => personId === owner)?.name ?? owner });
  };
}

/** The filters in force besides the verdict. */
function useChips(choice: Choice, owners: CustomerList['owners']): FilterChip[] {
  const t = useTexts('customers');
  const lists = useTexts('lists');
  const causes = useTexts('causes');
  const ownerWords = useOwnerWords(owners);
  const both = useStandingWords(choice);
  const { cause, owner, q } = choice;
  const chips: FilterChip[] = [];
  const chip = (text: string, without: Partial<Record<keyof Choice, undefined>>) =>
    chips.push({ text, hrefWithout: addressWith(PATH, choice, without) });
  // One chip for both: together they mean one subscription that has both.
  if (both !== null) chip(both, { access: undefined, credit: undefined });
  if (cause !== undefined) chip(t('chip.cause', { cause: causes(`${cause}.title`) }), { cause: undefined });
  if (owner !== undefined) chip(ownerWords(owner), { owner: undefined });
  if (q !== undefined) chip(lists('nameHolds', { text: q }), { q: undefined });
  return chips;
}

function useStandingWords({ access, credit }: Choice): string | null {
  const t = useTexts('customers');
  const looks = useLooks();
  const words = {
    access: access === undefined ? '' : looks.access(access).word,
    credit: credit === undefined ? '' : looks.credit(credit).word,
  };
  if (access === undefined) return credit === undefined ? null : t('chip.credit', { credit: words.credit });
  return credit === undefined ? t('chip.access', { access: words.access }) : t('chip.both', words);
}
