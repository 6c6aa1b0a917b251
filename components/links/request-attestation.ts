import type { Link } from '#lib/queries/schemas/links.ts';

type Identity = Pick<Link, 'tenantId' | 'principalId'>;
export type AttestationGiven = Identity &
  Pick<Link, 'displayName'> & { partnerId: string; evidence: string; expiresAt: string };

/** null when it was done, else what to tell the person. */
async function send(method: 'POST' | 'DELETE', body: object): Promise<string | null> {
  try {
    const response = await fetch('/api/v1/links/attestations', {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return null;
    // Errors of our API are problem details (RFC 9457).
    return ((await response.json()) as { detail?: string }).detail ?? 'It was not saved.';
  } catch {
    return 'The server did not answer. Try again in a moment.';
  }
}

export const requestAttestation = (given: AttestationGiven): Promise<string | null> => send('POST', given);
export const requestWithdrawal = ({ tenantId, principalId }: Identity): Promise<string | null> =>
  send('DELETE', { tenantId, principalId });
