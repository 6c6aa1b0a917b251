import { decodeJwt, importSPKI, jwtVerify } from 'jose';
import type { Clock } from './clock.ts';

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const ALGORITHMS = ['RS256', 'PS256'];
/** Entra allows clocks to differ; libraries round the begin of an assertion up to the next second. */
const CLOCK_SKEW_SECONDS = 300;

/** Checks that a client signed for itself with the certificate that its application has registered. */
export type Assertions = {
  clientIdOf(assertion: string): string | null;
  isGood(assertion: string, clientId: string, tokenEndpoint: string): Promise<boolean>;
};

export async function makeAssertions(publicKeyPem: string, clock: Clock): Promise<Assertions> {
  const keys = await Promise.all(ALGORITHMS.map((algorithm) => importSPKI(publicKeyPem, algorithm)));
  return {
    clientIdOf(assertion) {
      try {
        return decodeJwt(assertion).sub ?? null;
      } catch {
        return null;
      }
    },
    async isGood(assertion, clientId, tokenEndpoint) {
      const checks = keys.map((key, index) =>
        jwtVerify(assertion, key, {
          algorithms: ALGORITHMS.slice(index, index + 1),
          issuer: clientId,
          subject: clientId,
          audience: tokenEndpoint,
          currentDate: new Date(clock.now()),
          clockTolerance: CLOCK_SKEW_SECONDS,
        }),
      );
      return (await Promise.allSettled(checks)).some(({ status }) => status === 'fulfilled');
    },
  };
}
