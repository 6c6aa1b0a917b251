import { useLanguage, useTexts } from '#language';
import type { ReactNode, SyntheticEvent } from 'react';
import { addressWith } from '#components/ui/address.ts';
import { BUTTON } from '#components/ui/button.ts';
import type { Bulk } from './grid.tsx';

type BulkBarProps = {
  bulk: Bulk;
  keys: ReadonlySet<string>;
  isLive: boolean;
  clear: () => void;
  children: ReactNode;
};

/** An address holds no more. */
const MOST_IN_A_FILE = 150;

/** What can be done with the chosen rows; without script a form that takes the ticked ones. */
export function BulkBar({ bulk: { formId, file }, keys, isLive, clear, children }: BulkBarProps) {
  const t = useTexts('grid');
  if (isLive ? keys.size === 0 : formId === null) return null;
  // The bar goes with what was chosen: the keyboard goes on in the list.
  const clearAll = (event: SyntheticEvent) => {
    if (event.currentTarget.closest('.grid-bulk')?.contains(document.activeElement)) {
      focusList(event.currentTarget);
    }
    clear();
  };
  return (
    <div className="grid-bulk" onReset={clearAll}>
      {isLive && (
        <>
          <p role="status">{t('chosen', { count: keys.size })}</p>
          {file !== null && keys.size <= MOST_IN_A_FILE && (
            <>
              <FileLink file={file} keys={keys} format="csv" name="CSV" />
              <FileLink file={file} keys={keys} format="xlsx" name="Excel" />
            </>
          )}
          {formId !== null &&
            [...keys].map((key) => <input key={key} type="hidden" name="id" value={key} form={formId} />)}
        </>
      )}
      {children}
      {isLive && (
        <button type="button" className={BUTTON.plain} onClick={clearAll}>
          {t('chooseNone')}
        </button>
      )}
    </div>
  );
}

const focusList = (place: Element): void =>
  place
    .closest('.grid-frame')
    ?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')
    ?.focus({ preventScroll: true });

type FileLinkProps = {
  file: NonNullable<Bulk['file']>;
  keys: ReadonlySet<string>;
  format: 'csv' | 'xlsx';
  name: string;
};

const FileLink = ({ file, keys, format, name }: FileLinkProps) => (
  <a
    href={addressWith(file.path, file.query, { only: [...keys].join(','), format, language: useLanguage() })}
    download
    className={BUTTON.plain}
  >
    {name}
  </a>
);
