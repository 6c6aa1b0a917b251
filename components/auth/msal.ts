import { PublicClientApplication } from '@azure/msal-browser';
import type { SignInPage } from '#lib/queries/sign-in.ts';

export type EntraSettings = Pick<SignInPage, 'clientId' | 'authority' | 'knownAuthority' | 'apiScope'>;

/** MSAL in its normal Entra mode. Its cache lives as long as the tab: our own session is what counts. */
export const openMsal = ({ clientId, authority, knownAuthority }: EntraSettings): PublicClientApplication =>
  new PublicClientApplication({
    auth: {
      clientId,
      authority,
      knownAuthorities: [knownAuthority],
      redirectUri: `${window.location.origin}/sign-in`,
      postLogoutRedirectUri: `${window.location.origin}/sign-in`,
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
