import { useTexts } from '#language';
import { addressWith, type AddressQuery } from './address.ts';
import { AppLink } from './app-link.tsx';
import { BUTTON } from './button.ts';

type PagerProps = {
  path: string;
  query: AddressQuery;
  list: { items: readonly unknown[]; total: number; nextCursor: string | null };
  /** Which page the address asks for, and of how many rows; the pages around it have as many. */
  page: { cursor?: string | undefined; limit: number };
};

/** For browsers without script: with it a list scrolls to its last row. Nothing where one page holds every row. */
export function Pager({ path, query, list, page: { cursor, limit } }: PagerProps) {
  const t = useTexts('ui');
  const paged = cursor !== undefined;
  if (!paged && list.nextCursor === null) return null;
  return (
    <noscript>
      <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-soft">
        <p>{t('shownOf', { shown: list.items.length, total: list.total })}</p>
        <div className="flex gap-2 print:hidden">
          {paged && (
            <AppLink href={addressWith(path, query, { limit })} className={BUTTON.plain}>
              {t('firstPage')}
            </AppLink>
          )}
          {list.nextCursor !== null && (
            <AppLink
              href={addressWith(path, query, { limit, cursor: list.nextCursor })}
              className={BUTTON.plain}
            >
              {t('nextPage')}
            </AppLink>
          )}
        </div>
      </div>
    </noscript>
  );
}
