import type { TenantId } from '#lib/core/ids.ts';
import { certificateProblem } from './azure-identity.ts';
import type { EnvironmentValues } from './environment.ts';
import type { ReadFile } from './settings.ts';

export type SignInCredential =
  | { kind: 'secret'; clientSecret: string }
  | { kind: 'certificate'; certificatePath: string };

export type RoleGroup = { role: string; groupId: string };

/** The Entra application that people and programs sign in to. */
export type SignInSettings = {
  tenantId: TenantId;
  clientId: string;
  apiScope: string;
  authorityHost: string;
  /** Home tenants whose people and programs may come in; the registration's own unless said. */
  allowedTenants: readonly TenantId[];
  roleGroups: readonly RoleGroup[];
  allowGuests: boolean;
  /** Only for links checked on a person's behalf. */
  credential: SignInCredential | null;
  sessionSecret: string;
  /** Of the demonstration: people with passwords, signed in by a click. */
  demoPeopleFile: string | null;
};

const NEEDED = {
  SIGN_IN_TENANT_ID: 'set it to the tenant of the app registration',
  SIGN_IN_CLIENT_ID: 'set it to the application (client) id of the app registration',
  SIGN_IN_API_SCOPE: 'set it to the scope the registration exposes, such as api://CLIENT_ID/Pecboard.Access',
  SESSION_SECRET: 'set it to 32 random characters or more; "openssl rand -base64 48" makes some',
} as const;

const OPTIONAL = [
  'SIGN_IN_CLIENT_SECRET',
  'SIGN_IN_CLIENT_CERTIFICATE_PATH',
  'SIGN_IN_ALLOWED_TENANTS',
  'SIGN_IN_ROLE_GROUPS',
  'SIGN_IN_ALLOW_GUESTS',
  'DEMO_PEOPLE_FILE',
] as const;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

export const isLoopbackAddress = (address: string): boolean => LOOPBACK.test(new URL(address).hostname);

function parseCredential(
  values: EnvironmentValues,
  readFile: ReadFile,
  problems: string[],
): SignInCredential | null {
  const { SIGN_IN_CLIENT_SECRET: clientSecret, SIGN_IN_CLIENT_CERTIFICATE_PATH: certificatePath } = values;
  if (clientSecret !== undefined && certificatePath !== undefined) {
    problems.push('SIGN_IN_CLIENT_SECRET, SIGN_IN_CLIENT_CERTIFICATE_PATH: only one of them may be set');
  }
  if (clientSecret !== undefined) return { kind: 'secret', clientSecret };
  if (certificatePath === undefined) return null;
  const problem = certificateProblem(certificatePath, readFile);
  if (problem !== null) problems.push(`SIGN_IN_CLIENT_CERTIFICATE_PATH: ${problem}`);
  return { kind: 'certificate', certificatePath };
}

function checkAddress({ PUBLIC_URL: publicUrl }: EnvironmentValues, problems: string[]): void {
  if (publicUrl === undefined || publicUrl.startsWith('https:') || isLoopbackAddress(publicUrl)) return;
  problems.push('PUBLIC_URL: must be https where people sign in, unless it is this machine');
}

function checkDemo(values: EnvironmentValues, authorityHost: string, problems: string[]): void {
  if (values.DEMO_PEOPLE_FILE === undefined) return;
  const address = URL.canParse(authorityHost) ? authorityHost : 'https://unknown.invalid';
  if (isLoopbackAddress(address)) return;
  problems.push('DEMO_PEOPLE_FILE: works with the simulator on this machine only');
}

/** null: nobody signs in, and the server answers on this machine only. */
export function parseSignIn(
  values: EnvironmentValues,
  readFile: ReadFile,
  { authorityHost, problems }: { authorityHost: string; problems: string[] },
): SignInSettings | null {
  const names = Object.keys(NEEDED) as (keyof typeof NEEDED)[];
  const given = [...names, ...OPTIONAL].filter((name) => values[name] !== undefined);
  if (given.every((name) => name === 'SESSION_SECRET')) return null;
  for (const name of names) {
    if (values[name] === undefined) problems.push(`${name}: is missing; ${NEEDED[name]}`);
  }
  checkAddress(values, problems);
  checkDemo(values, authorityHost, problems);
  const credential = parseCredential(values, readFile, problems);
  const { SIGN_IN_TENANT_ID, SIGN_IN_CLIENT_ID, SIGN_IN_API_SCOPE, SESSION_SECRET } = values;
  if (!SIGN_IN_TENANT_ID || !SIGN_IN_CLIENT_ID || !SIGN_IN_API_SCOPE || !SESSION_SECRET) return null;
  return {
    tenantId: SIGN_IN_TENANT_ID,
    clientId: SIGN_IN_CLIENT_ID,
    apiScope: SIGN_IN_API_SCOPE,
    authorityHost,
    allowedTenants: values.SIGN_IN_ALLOWED_TENANTS ?? [SIGN_IN_TENANT_ID],
    roleGroups: values.SIGN_IN_ROLE_GROUPS ?? [],
    allowGuests: values.SIGN_IN_ALLOW_GUESTS === 'true',
    credential,
    sessionSecret: SESSION_SECRET,
    demoPeopleFile: values.DEMO_PEOPLE_FILE ?? null,
  };
}
