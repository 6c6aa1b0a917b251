import type { Problem } from '#components/live/problem.ts';
import { sendChange, sendForAnswer, type Answered } from '#components/live/send-change.ts';
import type { Link } from '#lib/queries/schemas/links.ts';

const ATTESTATIONS = '/api/v1/links/attestations';

type Identity = Pick<Link, 'tenantId' | 'principalId'>;
export type AttestationGiven = Identity &
  Pick<Link, 'displayName'> & {
    partnerId: string;
    evidence: string;
    /** null: it counts from now on. */
    since: string | null;
    expiresAt: string;
  };

/** null when it was done, else why not. */
export const requestAttestation = (given: AttestationGiven): Promise<Problem | null> =>
  sendChange('POST', ATTESTATIONS, given);

type Withdrawn = { withdrawnAt: string };

export const requestWithdrawal = ({ tenantId, principalId }: Identity): Promise<Answered<Withdrawn>> =>
  sendForAnswer('DELETE', ATTESTATIONS, { tenantId, principalId });

/** Takes that withdrawal back. */
export const requestRestoring = (
  { tenantId, principalId }: Identity,
  { withdrawnAt }: Withdrawn,
): Promise<Problem | null> =>
  sendChange('POST', `${ATTESTATIONS}/restore`, { tenantId, principalId, withdrawnAt });
