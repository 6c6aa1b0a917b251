import { useTexts } from '#language';
import { AppLink } from './app-link.tsx';
import { Icon } from './icon.tsx';

export type FilterChip = { text: string; hrefWithout: string };

/** The filters in force that no other control shows; each goes away by a click. */
export function FilterChips({ chips }: { chips: FilterChip[] }) {
  const t = useTexts('ui');
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t('filtersInForce')} className="flex flex-wrap gap-2">
      {chips.map(({ text, hrefWithout }) => (
        <li
          key={text}
          className="inline-flex max-w-full items-center gap-1 rounded-2xl bg-accent-wash py-0.5 pr-1 pl-3 text-sm text-accent-strong"
        >
          <span className="min-w-0 break-words">{text}</span>
          <AppLink
            href={hrefWithout}
            scroll={false}
            aria-label={t('removeFilter', { filter: text })}
            className="grid size-6 shrink-0 place-items-center rounded-full hover:bg-surface print:hidden"
          >
            <Icon name="close" className="size-3.5" />
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
