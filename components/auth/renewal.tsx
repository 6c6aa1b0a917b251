'use client';

import { useTexts } from '#language';
import { useEffect } from 'react';
import { openMsal, type EntraSettings } from './msal.ts';
import { renewSession } from './session-api.ts';

export type RenewalMessage = { kind: 'pecboard-renewal'; endsAt: string | null };

/** Visited in the background: a newer token, a newer session, and word of it to the page around. */
export function Renewal({ settings }: { settings: EntraSettings }) {
  const t = useTexts('signIn');
  useEffect(() => {
    const tell = (endsAt: string | null) => {
      const message: RenewalMessage = { kind: 'pecboard-renewal', endsAt };
      window.parent.postMessage(message, window.location.origin);
    };
    renew(settings).then(tell, () => tell(null));
  }, [settings]);
  return <p role="status">{t('renewing')}</p>;
}

/** null where only the person can go on. */
async function renew(settings: EntraSettings): Promise<string | null> {
  const application = openMsal(settings);
  await application.initialize();
  const [account] = application.getAllAccounts();
  if (account === undefined) return null;
  const { accessToken } = await application.acquireTokenSilent({
    account,
    scopes: [settings.apiScope],
    forceRefresh: true,
  });
  const answer = await renewSession(accessToken);
  return answer.ok ? answer.endsAt : null;
}
