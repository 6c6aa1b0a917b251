'use client';

import { useTexts } from '#language';
import { MsalProvider, useMsal } from '@azure/msal-react';
import type { AuthenticationResult, PublicClientApplication } from '@azure/msal-browser';
import { useEffect, useState } from 'react';
import { BUTTON } from '#components/ui/button.ts';
import { Notice } from '#components/ui/notice.tsx';
import { openMsal, type EntraSettings } from './msal.ts';
import { refusalText } from './refusal-words.ts';
import { requestNonce, startSession } from './session-api.ts';

/** Entra's own words say most; they name no secret. */
type Failure = { said: string } | { text: ReturnType<typeof refusalText> | 'unreachable' };

type State =
  | { kind: 'starting' }
  | { kind: 'ready' }
  | { kind: 'working' }
  | { kind: 'failed'; why: Failure };

type EntraSignInProps = {
  settings: EntraSettings;
  to: string;
  /** Goes on without a click: the person was signed in a moment ago. */
  automatic: boolean;
  label: string;
};

/** Signs in by redirect, and hands the tokens to the server once. */
export function EntraSignIn(props: EntraSignInProps) {
  const [application, setApplication] = useState<PublicClientApplication | null>(null);
  const [state, setState] = useState<State>({ kind: 'starting' });
  const { settings, to, automatic } = props;
  useEffect(() => {
    const opened = openMsal(settings);
    const start = async () => {
      await opened.initialize();
      setApplication(opened);
      const answer = await opened.handleRedirectPromise({ navigateToLoginRequestUrl: false });
      if (answer !== null) setState(await handOver(answer));
      else if (automatic) await leave(opened, settings, to);
      else setState({ kind: 'ready' });
    };
    start().catch((error: unknown) => setState(failure(error)));
  }, [settings, to, automatic]);
  if (application === null) return <Waiting state={state} />;
  return (
    <MsalProvider instance={application}>
      <SignInButton {...props} state={state} onState={setState} />
    </MsalProvider>
  );
}

type SignInButtonProps = EntraSignInProps & { state: State; onState: (state: State) => void };

function SignInButton({ settings, to, label, state, onState }: SignInButtonProps) {
  const t = useTexts('signIn');
  const { instance } = useMsal();
  const start = () => {
    onState({ kind: 'working' });
    // The provider was given our own application.
    leave(instance as PublicClientApplication, settings, to).catch((error: unknown) =>
      onState(failure(error)),
    );
  };
  if (state.kind === 'starting' || state.kind === 'working') return <Waiting state={state} />;
  return (
    <div className="grid justify-items-start gap-3">
      {state.kind === 'failed' && (
        <div role="alert">
          <Notice tone="miss" icon="lock" title={t('notSignedIn')}>
            <Why of={state.why} />
          </Notice>
        </div>
      )}
      <button type="button" className={BUTTON.primary} onClick={start}>
        {label}
      </button>
    </div>
  );
}

function Waiting({ state }: { state: State }) {
  const t = useTexts('signIn');
  return (
    <p role="status" className="text-sm text-soft">
      {state.kind === 'failed' ? <Why of={state.why} /> : t('working')}
    </p>
  );
}

function Why({ of }: { of: Failure }) {
  const t = useTexts('signIn');
  return 'said' in of ? of.said : t(of.text);
}

async function leave(
  application: PublicClientApplication,
  { apiScope }: EntraSettings,
  to: string,
): Promise<void> {
  const nonce = await requestNonce();
  await application.loginRedirect({ scopes: [apiScope], nonce, state: to });
}

async function handOver({ accessToken, idToken, state = '/' }: AuthenticationResult): Promise<State> {
  const answer = await startSession({ accessToken, idToken, to: state });
  if (!answer.ok) return { kind: 'failed', why: { text: refusalText(answer.code) } };
  window.location.replace(answer.to);
  return { kind: 'working' };
}

function failure(error: unknown): State {
  const said = error instanceof Error ? error.message : '';
  return { kind: 'failed', why: said.includes('AADSTS') ? { said } : { text: 'unreachable' } };
}
