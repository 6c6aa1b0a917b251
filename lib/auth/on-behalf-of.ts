import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AuthError, ConfidentialClientApplication } from '@azure/msal-node';
import type { SignInSettings } from '#lib/config.ts';
import type { TenantId } from '#lib/core/ids.ts';

export type OnBehalfOfFault = {
  kind: 'consent-required' | 'refused';
  /** Entra's own words. */
  message: string;
};

/** Thrown where Entra gives no token for the person. */
export class OnBehalfOfError extends Error {
  readonly fault: OnBehalfOfFault;

  constructor(fault: OnBehalfOfFault) {
    super(fault.message);
    this.name = 'OnBehalfOfError';
    this.fault = fault;
  }
}

type ClientCredential =
  | { clientSecret: string }
  | { clientCertificate: { thumbprintSha256: string; privateKey: string; x5c: string } };

function credentialOf({ credential }: SignInSettings): ClientCredential | null {
  if (credential === null) return null;
  if (credential.kind === 'secret') return { clientSecret: credential.clientSecret };
  const pem = readFileSync(credential.certificatePath, 'utf8');
  const { raw } = new X509Certificate(pem);
  const thumbprintSha256 = createHash('sha256').update(raw).digest('hex');
  return { clientCertificate: { thumbprintSha256, privateKey: pem, x5c: pem } };
}

export const canActForPeople = (settings: SignInSettings): boolean => settings.credential !== null;

/** Exchanges a person's token for our API for one that acts for them elsewhere, in the tenant asked. */
export async function readTokenFor(
  settings: SignInSettings,
  { assertion, tenantId, scope }: { assertion: string; tenantId: TenantId; scope: string },
): Promise<string> {
  const credential = credentialOf(settings);
  if (credential === null) throw new Error('the sign-in registration has no credential');
  const { origin, host } = new URL(settings.authorityHost);
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: `${origin}/${tenantId}`,
      knownAuthorities: [host],
      ...credential,
    },
  });
  try {
    const answer = await application.acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes: [scope] });
    if (answer !== null) return answer.accessToken;
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    const kind = error.subError === 'consent_required' ? 'consent-required' : 'refused';
    throw new OnBehalfOfError({ kind, message: error.errorMessage || error.errorCode });
  }
  throw new OnBehalfOfError({ kind: 'refused', message: 'Entra gave no token.' });
}
