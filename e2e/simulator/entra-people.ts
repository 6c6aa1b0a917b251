import { createHash, randomBytes } from 'node:crypto';
import type { Call } from './http.ts';
import type { Simulation } from './simulation.ts';
import { TOKEN_SECONDS } from './tokens.ts';
import {
  SIGN_IN_APPLICATION,
  SIGN_IN_PEOPLE,
  SIGN_IN_PROGRAMS,
  type SignInPerson,
  type SignInProgram,
} from './worlds/sign-in.ts';

export type Code = {
  person: SignInPerson;
  redirectUri: string;
  challenge: string;
  nonce: string | null;
  scope: string;
};

type State = { codes: Map<string, Code>; refreshTokens: Map<string, SignInPerson> };

const states = new WeakMap<Simulation, State>();

/** Codes and refresh tokens that were given out and not used. */
export function stateOf(simulation: Simulation): State {
  const known = states.get(simulation) ?? { codes: new Map(), refreshTokens: new Map() };
  states.set(simulation, known);
  return known;
}

export const findPerson = (userName: string): SignInPerson | undefined =>
  SIGN_IN_PEOPLE.find((person) => person.userName.toLowerCase() === userName.toLowerCase());

export const findProgram = (clientId: string | null): SignInProgram | undefined =>
  SIGN_IN_PROGRAMS.find(({ appId }) => appId === clientId);

export const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url');

const tokenId = (): string => randomBytes(16).toString('base64url');

const personClaims = (person: SignInPerson) => ({
  tid: person.tenantId,
  oid: person.objectId,
  sub: createHash('sha256').update(person.objectId).digest('base64url'),
  name: person.displayName,
  preferred_username: person.userName,
  ...(person.isGuest ? { acct: 1, idp: 'https://sts.windows.net/supplier.example/' } : {}),
  uti: tokenId(),
  ver: '2.0',
});

/** An access token for the product's own API. */
export const apiTokenOf = (person: SignInPerson, { origin }: Call, { tokens }: Simulation): Promise<string> =>
  tokens.sign({
    ...personClaims(person),
    iss: `${origin}/${person.tenantId}/v2.0`,
    aud: SIGN_IN_APPLICATION.appId,
    azp: SIGN_IN_APPLICATION.appId,
    azpacr: '0',
    scp: SIGN_IN_APPLICATION.scopeName,
    ...(person.role === null ? {} : { roles: [person.role] }),
  });

export const programTokenOf = (
  program: SignInProgram,
  tenantId: string,
  { origin }: Call,
  { tokens }: Simulation,
): Promise<string> =>
  tokens.sign({
    ...{
      tid: tenantId,
      oid: program.objectId,
      sub: program.objectId,
      idtyp: 'app',
      uti: tokenId(),
      ver: '2.0',
    },
    iss: `${origin}/${tenantId}/v2.0`,
    aud: SIGN_IN_APPLICATION.appId,
    azp: program.appId,
    azpacr: '1',
    ...(program.role === null ? {} : { roles: [program.role] }),
  });

/** A Resource Manager token that acts for a person. */
export const personArmToken = (
  person: SignInPerson,
  { tenantId, objectId }: { tenantId: string; objectId: string },
  { origin }: Call,
  { tokens }: Simulation,
): Promise<string> =>
  tokens.sign({
    ...personClaims(person),
    ...{ tid: tenantId, oid: objectId },
    iss: `${origin}/${tenantId}/v2.0`,
    aud: 'https://management.azure.com',
    appid: SIGN_IN_APPLICATION.appId,
    azp: SIGN_IN_APPLICATION.appId,
    scp: 'user_impersonation',
  });

/** What a browser application gets: access, ID and refresh token. */
export async function answerTokens(
  person: SignInPerson,
  { nonce, scope }: { nonce: string | null; scope: string },
  call: Call,
  simulation: Simulation,
) {
  const { origin } = call;
  const refreshToken = `0.simulated.${randomBytes(32).toString('base64url')}`;
  stateOf(simulation).refreshTokens.set(refreshToken, person);
  const clientInfo = { uid: person.objectId, utid: person.tenantId };
  return {
    token_type: 'Bearer',
    scope:
      `${SIGN_IN_APPLICATION.apiScope} openid profile offline_access ${scope.includes('email') ? 'email' : ''}`.trim(),
    expires_in: TOKEN_SECONDS,
    ext_expires_in: TOKEN_SECONDS,
    access_token: await apiTokenOf(person, call, simulation),
    refresh_token: refreshToken,
    refresh_token_expires_in: 86_399,
    id_token: await simulation.tokens.sign({
      ...personClaims(person),
      iss: `${origin}/${person.tenantId}/v2.0`,
      aud: SIGN_IN_APPLICATION.appId,
      ...(nonce === null ? {} : { nonce }),
    }),
    client_info: Buffer.from(JSON.stringify(clientInfo)).toString('base64url'),
  };
}
