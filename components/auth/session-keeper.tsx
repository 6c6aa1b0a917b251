'use client';

import { useLanguage, useTexts } from '#language';
import { useEffect, useRef, useState } from 'react';
import { BUTTON } from '#components/ui/button.ts';
import { Notice } from '#components/ui/notice.tsx';
import { LOCALES } from '#lib/texts/languages.ts';
import { hearSessionEnd } from '#components/live/session-end.ts';
import { guardForms } from './guard-forms.ts';
import type { RenewalMessage } from './renewal.tsx';
import { keepTyped, restoreTyped } from './typed-fields.ts';

const BEFORE_MS = 5 * 60_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const RENEWAL_PATIENCE_MS = 20_000;

type State = 'live' | 'renewing' | 'ending' | 'ended';

/** Renews the session in the background before it ends; where that fails, it asks in time. */
export function SessionKeeper({ endsAt: first }: { endsAt: string }) {
  const t = useTexts('session');
  const [endsAt, setEndsAt] = useState(first);
  const [state, setState] = useState<State>('live');
  const wasUsed = useRef(true);
  useEffect(() => restoreTyped(), []);
  useEffect(() => guardForms(), []);
  useEffect(() => hearSessionEnd(() => setState('ended')), []);
  useEffect(() => {
    const used = () => {
      wasUsed.current = true;
    };
    const signs = ['pointerdown', 'keydown', 'scroll'] as const;
    for (const sign of signs) window.addEventListener(sign, used, { passive: true });
    return () => signs.forEach((sign) => window.removeEventListener(sign, used));
  }, []);
  useEffect(() => {
    const leftMs = Date.parse(endsAt) - Date.now();
    const inMs = Math.max(0, leftMs - Math.min(BEFORE_MS, leftMs / 2));
    // A page that nobody touched is left to end.
    const timer = setTimeout(
      () => setState(wasUsed.current ? 'renewing' : 'ending'),
      Math.min(inMs, LONGEST_TIMER_MS),
    );
    return () => clearTimeout(timer);
  }, [endsAt]);
  useEffect(() => {
    if (state !== 'renewing') return;
    const giveUp = setTimeout(() => setState('ending'), RENEWAL_PATIENCE_MS);
    const hear = ({ origin, data }: MessageEvent<RenewalMessage>) => {
      if (origin !== window.location.origin || data?.kind !== 'pecboard-renewal') return;
      wasUsed.current = false;
      setState(data.endsAt === null ? 'ending' : 'live');
      if (data.endsAt !== null) setEndsAt(data.endsAt);
    };
    window.addEventListener('message', hear);
    return () => {
      clearTimeout(giveUp);
      window.removeEventListener('message', hear);
    };
  }, [state]);
  if (state === 'live') return null;
  // Our own page, which needs its scripts and our origin: a sandbox would take nothing away.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  if (state === 'renewing') return <iframe src="/sign-in/renew" title={t('renewal')} hidden />;
  return <EndingNotice endsAt={endsAt} hasEnded={state === 'ended'} />;
}

function EndingNotice({ endsAt, hasEnded }: { endsAt: string; hasEnded: boolean }) {
  const t = useTexts('session');
  const locale = LOCALES[useLanguage()];
  const time = new Date(endsAt).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  return (
    <div role="alert" className="print:hidden">
      <Notice
        tone="wait"
        icon="clock"
        title={hasEnded ? t('ended') : t('endsAt', { time })}
        action={
          <button type="button" className={BUTTON.primary} onClick={signInAgain}>
            {t('signInAgain')}
          </button>
        }
      >
        {t('nothingLost')}
      </Notice>
    </div>
  );
}

function signInAgain(): void {
  keepTyped();
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?again=1&to=${encodeURIComponent(`${pathname}${search}`)}`);
}
