'use client';

import { useTexts } from '#language';
import { useCallback, useEffect, useRef } from 'react';
import { BUTTON } from '#components/ui/button.ts';
import { openMsal, type EntraSettings } from './msal.ts';
import { endSession } from './session-api.ts';

/** Ends our session first, then Entra's. A link on another site only leads to the button. */
export function SignOut({ settings }: { settings: EntraSettings }) {
  const t = useTexts('signIn');
  const leaving = useRef(false);
  const leave = useCallback(() => {
    if (leaving.current) return;
    leaving.current = true;
    void endBoth(settings);
  }, [settings]);
  useEffect(() => {
    if (document.referrer.startsWith(`${window.location.origin}/`)) leave();
  }, [leave]);
  return (
    <button type="button" className={BUTTON.primary} onClick={leave}>
      {t('signOut')}
    </button>
  );
}

async function endBoth(settings: EntraSettings): Promise<void> {
  await endSession();
  const application = openMsal(settings);
  await application.initialize();
  const [account] = application.getAllAccounts();
  if (account === undefined) window.location.replace('/sign-in?signed-out=1');
  else await application.logoutRedirect({ account });
}
