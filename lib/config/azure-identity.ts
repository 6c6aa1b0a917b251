import type { ServiceIdentity } from '#lib/azure/settings.ts';
import type { EnvironmentValues } from './environment.ts';
import type { ReadFile } from './settings.ts';

type Kind = ServiceIdentity['kind'];

const CREDENTIAL_OF = {
  secret: 'AZURE_CLIENT_SECRET',
  certificate: 'AZURE_CLIENT_CERTIFICATE_PATH',
  workload: 'AZURE_FEDERATED_TOKEN_FILE',
} as const;

const WAYS =
  'AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH, AZURE_FEDERATED_TOKEN_FILE or AZURE_TOKEN_CREDENTIALS=ManagedIdentityCredential';

const PRIVATE_KEY = /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----/;
const CERTIFICATE = /-----BEGIN CERTIFICATE-----/;

/** The problem with a PEM file that must hold a certificate and its private key, or null. */
export function certificateProblem(path: string, readFile: ReadFile): string | null {
  let text: string;
  try {
    text = readFile(path);
  } catch {
    return 'names a file that cannot be read';
  }
  if (CERTIFICATE.test(text) && PRIVATE_KEY.test(text)) return null;
  return 'names a file that is not PEM with a certificate and its unencrypted private key';
}

const isReadable = (path: string, readFile: ReadFile): boolean => {
  try {
    readFile(path);
    return true;
  } catch {
    return false;
  }
};

/** Which credentials are given; several at once leave open whose rights count, so they are refused. */
function kindsOf(values: EnvironmentValues): Kind[] {
  const chosen = values.AZURE_TOKEN_CREDENTIALS;
  const kinds: Kind[] = [];
  if (values.AZURE_CLIENT_SECRET !== undefined) kinds.push('secret');
  if (values.AZURE_CLIENT_CERTIFICATE_PATH !== undefined) kinds.push('certificate');
  // A cluster with workload identity sets the token file in every pod, also beside a secret.
  const workloadAsked =
    chosen === 'WorkloadIdentityCredential' || (chosen === undefined && kinds.length === 0);
  if (values.AZURE_FEDERATED_TOKEN_FILE !== undefined && workloadAsked) kinds.push('workload');
  if (chosen === 'ManagedIdentityCredential') kinds.push('managed');
  return kinds;
}

function checkWhole(kind: Kind, values: EnvironmentValues, problems: string[]): void {
  if (values.AZURE_TENANT_ID === undefined) {
    problems.push('AZURE_TENANT_ID: is missing; set it to the managing tenant');
  }
  if (kind !== 'managed' && values.AZURE_CLIENT_ID === undefined) {
    problems.push(`AZURE_CLIENT_ID: is missing; it belongs to ${CREDENTIAL_OF[kind]}`);
  }
}

function checkFiles(kind: Kind, values: EnvironmentValues, readFile: ReadFile, problems: string[]): void {
  const certificate = values.AZURE_CLIENT_CERTIFICATE_PATH;
  if (kind === 'certificate' && certificate !== undefined) {
    const problem = certificateProblem(certificate, readFile);
    if (problem !== null) problems.push(`AZURE_CLIENT_CERTIFICATE_PATH: ${problem}`);
  }
  const token = values.AZURE_FEDERATED_TOKEN_FILE;
  if (kind === 'workload' && token !== undefined && !isReadable(token, readFile)) {
    problems.push('AZURE_FEDERATED_TOKEN_FILE: names a file that cannot be read');
  }
}

function checkAbsence(values: EnvironmentValues, problems: string[]): void {
  if (values.AZURE_TOKEN_CREDENTIALS !== undefined) {
    problems.push(`AZURE_TOKEN_CREDENTIALS: asks for a credential that is not set; set one of ${WAYS}`);
  } else if (values.AZURE_CLIENT_ID !== undefined) {
    problems.push(`AZURE_CLIENT_ID: has no credential with it; set one of ${WAYS}`);
  } else if (values.AZURE_TENANT_ID !== undefined) {
    problems.push(`AZURE_TENANT_ID: is set without a credential; set AZURE_CLIENT_ID and one of ${WAYS}`);
  }
}

export type ParsedIdentity = ServiceIdentity | 'absent' | 'refused';

export function parseIdentity(
  values: EnvironmentValues,
  readFile: ReadFile,
  problems: string[],
): ParsedIdentity {
  const before = problems.length;
  const [kind, ...others] = kindsOf(values);
  if (kind === undefined) {
    checkAbsence(values, problems);
    return problems.length > before ? 'refused' : 'absent';
  }
  if (others.length > 0) {
    problems.push(`${WAYS}: only one of them may be set, so that it is clear whose rights count`);
  }
  checkWhole(kind, values, problems);
  checkFiles(kind, values, readFile, problems);
  return (problems.length > before ? null : identityOf(kind, values)) ?? 'refused';
}

function identityOf(kind: Kind, values: EnvironmentValues): ServiceIdentity | null {
  const tenantId = values.AZURE_TENANT_ID;
  const clientId = values.AZURE_CLIENT_ID ?? null;
  if (tenantId === undefined) return null;
  if (kind === 'managed') return { kind, tenantId, clientId };
  if (clientId === null) return null;
  if (kind === 'secret') return { kind, tenantId, clientId, clientSecret: values.AZURE_CLIENT_SECRET ?? '' };
  if (kind === 'certificate') {
    return { kind, tenantId, clientId, certificatePath: values.AZURE_CLIENT_CERTIFICATE_PATH ?? '' };
  }
  return { kind, tenantId, clientId, tokenFilePath: values.AZURE_FEDERATED_TOKEN_FILE ?? '' };
}
