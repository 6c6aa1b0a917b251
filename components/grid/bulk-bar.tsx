import { useLanguage, useTexts } from '#language';
import { useState, useTransition, type ReactNode, type SyntheticEvent } from 'react';
import { BUTTON } from '#components/ui/button.ts';
import type { Bulk } from './grid.tsx';
import { MOST_CHOSEN_AT_ONCE, readKeys } from './read-keys.ts';

type BulkBarProps = {
  bulk: Bulk;
  keys: ReadonlySet<string>;
  /** The view that rows are chosen of, and how many it has. */
  view: { source: string; total: number };
  isLive: boolean;
  add: (keys: readonly string[]) => void;
  clear: () => void;
  children: ReactNode;
};

/** What can be done with the chosen rows; without script a form that takes the ticked ones. */
export function BulkBar({ bulk: { formId, file }, keys, view, isLive, add, clear, children }: BulkBarProps) {
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
          {keys.size < view.total && view.total <= MOST_CHOSEN_AT_ONCE && <ChooseAll view={view} add={add} />}
          {file !== null && <ChosenFile file={file} keys={keys} />}
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

function ChooseAll({ view, add }: Pick<BulkBarProps, 'view' | 'add'>) {
  const t = useTexts('grid');
  const [pending, startTransition] = useTransition();
  const [failed, setFailed] = useState(false);
  const choose = () =>
    startTransition(async () => {
      const keys = await readKeys(view.source, view.total);
      setFailed(keys === null);
      if (keys !== null) add(keys);
    });
  return (
    <>
      <button type="button" disabled={pending} className={BUTTON.plain} onClick={choose}>
        {t('chooseAll', { count: view.total })}
      </button>
      {failed && <p role="alert">{t('noneRead')}</p>}
    </>
  );
}

/** As many as the file takes. */
const MOST_IN_A_FILE = 750;
const FORMATS = { csv: 'CSV', xlsx: 'Excel' } as const;

type ChosenFileProps = { file: NonNullable<Bulk['file']>; keys: ReadonlySet<string> };

/** A form: an address does not hold many rows. */
function ChosenFile({ file: { path, query }, keys }: ChosenFileProps) {
  const t = useTexts('grid');
  const language = useLanguage();
  if (keys.size > MOST_IN_A_FILE) return <p>{t('tooManyForFile', { most: MOST_IN_A_FILE })}</p>;
  const fields = Object.entries({ ...query, language, only: [...keys].join(',') });
  return (
    <form method="post" action={path} className="contents">
      {fields.map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={String(value)} />,
      )}
      {Object.entries(FORMATS).map(([format, name]) => (
        <button key={format} type="submit" name="format" value={format} className={BUTTON.plain}>
          {name}
        </button>
      ))}
    </form>
  );
}
