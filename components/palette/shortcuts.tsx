import { useTexts } from '#language';
import { useEffect, useRef } from 'react';
import { BUTTON } from '#components/ui/button.ts';
import { useFindKeys } from './use-find-keys.ts';

const KEYS = [
  ['find', null],
  ['search', '/'],
  ['move', '↑ ↓ ← →'],
  ['ends', 'Home End'],
  ['open', 'Enter'],
  ['choose', '␣'],
  ['leave', 'Esc'],
  ['help', '?'],
] as const;

/** What the keyboard does, in a dialog that Escape closes. */
export function Shortcuts({ close }: { close: () => void }) {
  const t = useTexts('palette');
  const findKeys = useFindKeys();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      onClose={close}
      aria-labelledby="shortcuts"
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg border bg-surface p-5 text-ink shadow-lift backdrop:bg-veil"
    >
      <h2 id="shortcuts" className="text-base font-semibold">
        {t('shortcuts.title')}
      </h2>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2 py-4 text-sm">
        {KEYS.map(([name, keys]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt>{t(`shortcuts.${name}`)}</dt>
            <dd>
              <kbd className="rounded-sm border px-1.5 py-0.5 font-mono text-xs whitespace-nowrap">
                {keys ?? findKeys}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" className={BUTTON.plain} onClick={() => dialog.current?.close()}>
        {t('shortcuts.close')}
      </button>
    </dialog>
  );
}
