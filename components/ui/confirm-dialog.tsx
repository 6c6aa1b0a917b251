'use client';

import { useEffect, useId, useRef, type ReactNode } from 'react';
import { BUTTON } from './button.ts';

type ConfirmDialogProps = {
  title: string;
  /** Words of the button that does it, and of the one that does not. */
  yes: string;
  no: string;
  /** It takes something away. */
  takes?: boolean;
  onYes: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** Asks once more. Escape says no; whatever had the keyboard has it again afterwards. */
export function ConfirmDialog({
  title,
  yes,
  no,
  takes = false,
  onYes,
  onClose,
  children,
}: ConfirmDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const refuse = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    refuse.current?.focus();
  }, []);
  // Closed before it goes: the browser gives the keyboard back only then.
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby={id}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg border bg-surface p-5 text-ink shadow-lift backdrop:bg-veil"
    >
      <h2 id={id} className="text-base font-semibold break-words">
        {title}
      </h2>
      <div className="pt-2 pb-4 text-sm text-soft">{children}</div>
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          className={takes ? BUTTON.danger : BUTTON.primary}
          onClick={() => {
            close();
            onYes();
          }}
        >
          {yes}
        </button>
        <button ref={refuse} type="button" className={BUTTON.plain} onClick={close}>
          {no}
        </button>
      </div>
    </dialog>
  );
}
