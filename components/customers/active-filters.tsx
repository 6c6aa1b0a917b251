import { causeWords } from '#components/status/cause-words.ts';
import { ACCESS_LOOKS, CREDIT_LOOKS } from '#components/status/verdict-looks.ts';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { Choice } from './choice.ts';

type Chip = { text: string; without: Partial<Record<keyof Choice, undefined>> };

function chipsOf({ access, credit, cause, q }: Choice): Chip[] {
  const chips: Chip[] = [];
  const words = [
    access === undefined ? '' : `access: ${ACCESS_LOOKS[access].word}`,
    credit === undefined ? '' : `credit: ${CREDIT_LOOKS[credit].word}`,
  ].filter((text) => text !== '');
  // One chip for both: together they mean one subscription that has both.
  if (words.length > 0) {
    chips.push({
      text: `A subscription with ${words.join(' and ')}`,
      without: { access: undefined, credit: undefined },
    });
  }
  if (cause !== undefined)
    chips.push({ text: `Main cause: ${causeWords(cause).title}`, without: { cause: undefined } });
  if (q !== undefined) chips.push({ text: `Name or id holds “${q}”`, without: { q: undefined } });
  return chips;
}

/** The filters in force besides the verdict; each goes away by a click. */
export function ActiveFilters({ choice }: { choice: Choice }) {
  const chips = chipsOf(choice);
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap gap-2">
      {chips.map(({ text, without }) => (
        <li
          key={text}
          className="inline-flex max-w-full items-center gap-1 rounded-2xl bg-accent-wash py-0.5 pr-1 pl-3 text-sm text-accent-strong"
        >
          <span className="min-w-0 break-words">{text}</span>
          <AppLink
            href={addressWith('/customers', choice, without)}
            scroll={false}
            aria-label={`Remove the filter: ${text}`}
            className="grid size-6 shrink-0 place-items-center rounded-full hover:bg-surface print:hidden"
          >
            <Icon name="close" className="size-3.5" />
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
