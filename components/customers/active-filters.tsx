import { causeWords } from '#components/status/cause-words.ts';
import { ACCESS_LOOKS, CREDIT_LOOKS } from '#components/status/verdict-looks.ts';
import { addressWith } from '#components/ui/address.ts';
import { FilterChips, type FilterChip } from '#components/ui/filter-chips.tsx';
import type { CustomerList } from '#lib/queries/schemas/customers.ts';
import type { Choice } from './choice.ts';

type ActiveFiltersProps = { choice: Choice; owners: CustomerList['owners'] };

function ownerWords(owner: NonNullable<Choice['owner']>, owners: CustomerList['owners']): string {
  if (owner === 'me') return 'Owned by me';
  if (owner === 'none') return 'Owned by nobody';
  return `Owned by ${owners.find(({ personId }) => personId === owner)?.name ?? owner}`;
}

function chipsOf({ choice, owners }: ActiveFiltersProps): FilterChip[] {
  const { access, credit, cause, owner, q } = choice;
  const chips: FilterChip[] = [];
  const chip = (text: string, without: Partial<Record<keyof Choice, undefined>>) =>
    chips.push({ text, hrefWithout: addressWith('/customers', choice, without) });
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

/** The filters in force besides the verdict. */
export const ActiveFilters = (props: ActiveFiltersProps) => <FilterChips chips={chipsOf(props)} />;
