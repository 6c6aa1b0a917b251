'use client';

import { useTexts } from '#language';
import { sendChange } from '#components/live/send-change.ts';
import { useChange } from '#components/live/use-change.ts';
import { BUTTON } from '#components/ui/button.ts';
import type { SetupItem } from '#lib/queries/schemas/setup.ts';

type SetAsideProps = { step: SetupItem['step']; isAside: boolean };

/** Puts a step out of the reader's own sight, or back into it. */
export function SetAside({ step, isAside }: SetAsideProps) {
  const t = useTexts('setAside');
  const { pending, problem, carryOut } = useChange();
  const change = () =>
    carryOut(
      () => sendChange('PUT', `/api/v1/setup/${step}`, { setAside: !isAside }),
      t(isAside ? 'reminding' : 'hidden'),
    );
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      <button type="button" disabled={pending} onClick={change} className={BUTTON.plain}>
        {t(isAside ? 'remind' : 'hide')}
      </button>
      {problem !== null && <p role="alert">{problem}</p>}
    </div>
  );
}
