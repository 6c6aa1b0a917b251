import { useLanguage, useTexts } from '#language';
import type { ReactNode } from 'react';
import { OfThePage } from '#components/grid/search-ahead.tsx';
import { addressWith, type AddressQuery } from '#components/ui/address.ts';
import { SavedViews } from './saved-views.tsx';

type ListToolsProps = {
  /** The page, and the list that its rows are of. */
  path: string;
  list: 'customers' | 'subscriptions' | 'costs' | 'findings' | 'links' | 'roles' | 'changes';
  query: AddressQuery;
  total: number;
  /** Further tools. */
  children?: ReactNode;
};

const FORMATS = ['csv', 'xlsx'] as const;
const FORMAT_NAMES = { csv: 'CSV', xlsx: 'Excel' } as const;

/** Named views of the page, and its rows as a file: all that match, in the order shown. */
export function ListTools({ path, list, query, total, children }: ListToolsProps) {
  const t = useTexts('lists');
  const language = useLanguage();
  return (
    <OfThePage className="flex flex-wrap items-center gap-2 text-sm print:hidden">
      <SavedViews path={path} />
      {children}
      <span
        role="group"
        aria-label={t('exportLabel')}
        className="inline-flex overflow-hidden rounded-md border"
      >
        {FORMATS.map((format) => (
          // A file of our API, so not a page that the router could show.
          <a
            key={format}
            href={addressWith(`/api/v1/${list}/export`, query, { format, language })}
            download
            title={t('exportTitle', { format: FORMAT_NAMES[format], total })}
            className="bg-surface px-3 py-1.5 font-medium hover:bg-subtle not-first:border-l"
          >
            {FORMAT_NAMES[format]}
          </a>
        ))}
      </span>
    </OfThePage>
  );
}
