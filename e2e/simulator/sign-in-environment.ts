import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ACCOUNT_MANAGER as MANAGER,
  DEMO_PEOPLE,
  SIGN_IN_APPLICATION,
  SIGN_IN_PROGRAMS,
} from './worlds/sign-in.ts';

type Started = { url: string; tenantId: string };

/** Kept over restarts, so that those who are signed in stay so. */
function sessionSecretIn(dir: string): string {
  const path = join(dir, 'session-secret');
  if (!existsSync(path)) writeFileSync(path, randomBytes(48).toString('base64'), { mode: 0o600 });
  return readFileSync(path, 'utf8');
}

/** The product's environment for sign-in with the simulated Entra. */
export const signInEnvironment = ({ tenantId }: Started, dir: string): Record<string, string> => ({
  SIGN_IN_TENANT_ID: tenantId,
  SIGN_IN_CLIENT_ID: SIGN_IN_APPLICATION.appId,
  SIGN_IN_CLIENT_SECRET: SIGN_IN_APPLICATION.secret,
  SIGN_IN_API_SCOPE: SIGN_IN_APPLICATION.apiScope,
  SESSION_SECRET: sessionSecretIn(dir),
});

const roleOf = (role: string | null): string => role ?? 'none';

/** Makes the product offer its people to be signed in by a click. */
export function demoPeopleEnvironment(dir: string): Record<string, string> {
  const path = join(dir, 'demo-people.json');
  const people = DEMO_PEOPLE.map(({ userName, password, displayName, role, description }) => ({
    userName,
    password,
    displayName,
    role: roleOf(role),
    description,
  }));
  writeFileSync(path, `${JSON.stringify(people, null, 2)}\n`, { mode: 0o600 });
  return { DEMO_PEOPLE_FILE: path };
}

/** How programs sign in to the demonstration. */
export const describeSignIn = ({ url, tenantId }: Started) => ({
  tokenEndpoint: `${url}/${tenantId}/oauth2/v2.0/token`,
  apiScope: SIGN_IN_APPLICATION.defaultScope,
  signInClientId: SIGN_IN_APPLICATION.appId,
  clients: SIGN_IN_PROGRAMS.flatMap(({ role, appId, secret }) =>
    role === null ? [] : [{ role, clientId: appId, clientSecret: secret }],
  ),
  people: DEMO_PEOPLE.map(({ role, userName, password, tenantId: home, objectId }) => ({
    role: roleOf(role),
    userName,
    password,
    personId: `${home}/${objectId}`,
  })),
});

/** Who looks after a few customers in the demonstration. */
export const ACCOUNT_MANAGER = {
  personId: `${MANAGER.tenantId}/${MANAGER.objectId}`,
  name: MANAGER.displayName,
};
