import type { SignInPage } from '#lib/queries/sign-in.ts';

/** A token of the person for our API; null where Entra must ask the person first. */
export async function readOwnToken({
  clientId,
  authority,
  knownAuthority,
  apiScope,
}: SignInPage): Promise<string | null> {
  // Large, and needed only once somebody asks.
  const { PublicClientApplication } = await import('@azure/msal-browser');
  const application = new PublicClientApplication({
    auth: {
      clientId,
      authority,
      knownAuthorities: [knownAuthority],
      redirectUri: `${window.location.origin}/sign-in`,
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  await application.initialize();
  const [account] = application.getAllAccounts();
  if (account === undefined) return null;
  try {
    return (await application.acquireTokenSilent({ account, scopes: [apiScope] })).accessToken;
  } catch {
    return null;
  }
}
