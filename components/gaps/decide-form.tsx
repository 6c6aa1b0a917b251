'use client';

import { useTexts } from '#language';
import { useEffect, useEffectEvent, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useChange } from '#components/live/use-change.ts';
import { decisionIn } from './form-decision.ts';
import { useDecide } from './use-decide.ts';

type DecideFormProps = {
  id?: string;
  className: string;
  /** Of boxes around it that are ticked: they are not any more once they were decided. */
  ofBoxes?: boolean;
  /** Says how many of them are ticked. */
  counts?: boolean;
  children: ReactNode;
};

const idsIn = (form: HTMLFormElement): string[] => new FormData(form).getAll('id').map(String);

/** Decides without leaving the page; without script the browser sends the same form. */
export function DecideForm({ id, className, ofBoxes = false, counts = false, children }: DecideFormProps) {
  const { pending, problem, carryOutAndTell } = useChange();
  const decide = useDecide();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = event.currentTarget;
    const fields = new FormData(form);
    const decision = decisionIn((name) => {
      const value = fields.get(name);
      return typeof value === 'string' ? value : null;
    });
    carryOutAndTell(async () => {
      const came = await decide(idsIn(form), decision);
      if (came.kind === 'done' && ofBoxes) form.reset();
      return came;
    });
  };
  return (
    <form
      id={id}
      method="post"
      action="/api/v1/findings/decide"
      aria-busy={pending}
      onSubmit={submit}
      className={className}
    >
      {counts && <Chosen />}
      {children}
      {problem !== null && (
        <p role="alert" className="w-full text-miss">
          {problem}
        </p>
      )}
    </form>
  );
}

/** Boxes belong to the form by its id and stand elsewhere: each change on the page may be one of theirs. */
function Chosen() {
  const t = useTexts('grid');
  const place = useRef<HTMLParagraphElement>(null);
  const [count, setCount] = useState(0);
  const take = useEffectEvent(() => {
    const form = place.current?.closest('form');
    if (form) setCount(idsIn(form).length);
  });
  // Rows may have come or gone with whatever was drawn; a reset is over only after its event.
  useEffect(() => take());
  useEffect(() => {
    const takeNow = () => take();
    const takeLater = () => setTimeout(takeNow);
    document.addEventListener('change', takeNow);
    document.addEventListener('reset', takeLater);
    return () => {
      document.removeEventListener('change', takeNow);
      document.removeEventListener('reset', takeLater);
    };
  }, []);
  return (
    <p ref={place} role="status" className="tabular-nums text-soft empty:hidden">
      {count > 0 && t('chosen', { count })}
    </p>
  );
}
