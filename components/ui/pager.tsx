import { addressWith, type AddressQuery } from './address.ts';
import { AppLink } from './app-link.tsx';
import { BUTTON } from './button.ts';
import { formatCount } from './format-numbers.ts';

type PagerProps = {
  path: string;
  query: AddressQuery;
  list: { items: readonly unknown[]; total: number; nextCursor: string | null };
  paged: boolean;
};

/** Nothing where one page holds every row: the list has said how many there are. */
export function Pager({ path, query, list, paged }: PagerProps) {
  if (!paged && list.nextCursor === null) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-soft">
      <p>
        {formatCount(list.items.length)} of {formatCount(list.total)} shown
      </p>
      <div className="flex gap-2 print:hidden">
        {paged && (
          <AppLink href={addressWith(path, query)} className={BUTTON.plain}>
            First page
          </AppLink>
        )}
        {list.nextCursor !== null && (
          <AppLink href={addressWith(path, query, { cursor: list.nextCursor })} className={BUTTON.plain}>
            Next page
          </AppLink>
        )}
      </div>
    </div>
  );
}
