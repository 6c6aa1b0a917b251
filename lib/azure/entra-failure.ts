import { z } from 'zod';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { AzureFailure, parseLeniently, type FailureKind } from './failure.ts';

const tokenError = z.object({
  error: z.string(),
  error_description: z.string().nullish(),
  error_codes: z.array(z.union([z.number(), z.string()])).nullish(),
});

/** AADSTS numbers, as error_codes carries them: the tenant does not know or does not allow our application. */
const NO_CONSENT = new Set([65001, 65004, 70001, 500011, 650051, 650052, 650057, 700016, 7000112, 7000229]);
/** Wrong, expired or unusable secret, certificate or federated assertion. */
const BAD_CREDENTIAL = new Set([
  50012, 70021, 700021, 700024, 700027, 700211, 700212, 700213, 7000215, 7000216, 7000222, 7000218,
]);
const BLOCKED = new Set([53000, 53003, 530034, 530035]);

function kindOf(status: number, error: string | null, codes: readonly number[]): FailureKind {
  if (status === 429) return 'throttled';
  if (status >= 500 || error === 'temporarily_unavailable') return 'unavailable';
  if (codes.some((code) => NO_CONSENT.has(code))) return 'no-consent';
  if (codes.some((code) => BAD_CREDENTIAL.has(code))) return 'credential';
  if (codes.some((code) => BLOCKED.has(code))) return 'forbidden';
  if (error === 'invalid_client') return 'credential';
  return error === 'unauthorized_client' ? 'no-consent' : 'rejected';
}

type TokenAnswer = { status: number; body: string | null; retryAfterMs: number | null };

export function failureOfTokenAnswer({ status, body, retryAfterMs }: TokenAnswer): AzureFailure {
  const parsed = tokenError.safeParse(parseLeniently(body));
  const said = parsed.success ? parsed.data : null;
  const codes = (said?.error_codes ?? []).map(Number);
  const [first] = codes;
  return new AzureFailure({
    kind: kindOf(status, said?.error ?? null, codes),
    source: 'entra',
    status,
    code: first === undefined ? (said?.error ?? null) : `AADSTS${first}`,
    message: said?.error_description ?? said?.error ?? tellStepReason('http-status', { status }),
    retryAfterMs,
  });
}
