import { useTexts } from '#language';
import type { GridHead } from '#components/grid/grid-shape.ts';
import type { SortLink } from '#components/ui/sort-link.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';

type SortByProps = {
  heads: readonly GridHead[];
  /** What the address asks for; '' for the list's own order. */
  asked: string;
};

type Sortable = { title: string; sort: SortLink };

const isSortable = (head: GridHead): head is GridHead & Sortable => head.sort !== null;

/** The order of a list whose rows are cards, which have no heads to choose it by. */
export function SortBy({ heads, asked }: SortByProps) {
  const t = useTexts('lists');
  const sortable = heads.filter(isSortable);
  const inForce = sortable.find(({ sort }) => sort.order !== null);
  return (
    <div className="flex w-full items-center gap-2 md:hidden">
      <label className="flex min-w-0 flex-1 items-center gap-2 text-sm text-soft">
        <span className="shrink-0">{t('sortBy')}</span>
        <select
          name="sort"
          defaultValue={asked}
          autoComplete="off"
          className="filter-select min-w-0 text-ink"
        >
          {inForce === undefined && (
            <option value={asked}>{t(asked === '' ? 'usualOrder' : 'otherOrder')}</option>
          )}
          {sortable.map((head) => (
            <option key={head.id} value={head === inForce ? asked : head.sort.asks}>
              {head.title}
            </option>
          ))}
        </select>
      </label>
      {inForce !== undefined && <TurnRound {...inForce.sort} />}
    </div>
  );
}

function TurnRound({ order, href }: SortLink) {
  const t = useTexts('lists');
  const isUp = order === 'ascending';
  return (
    <AppLink
      href={href}
      scroll={false}
      aria-label={t(isUp ? 'turnDown' : 'turnUp')}
      title={t(isUp ? 'turnDown' : 'turnUp')}
      className="grid size-9 shrink-0 place-items-center rounded-md border border-line-strong bg-surface"
    >
      <Icon name={isUp ? 'up' : 'fall'} className="size-4" />
    </AppLink>
  );
}
