import { z } from 'zod';
import type { LinkCredential } from '#lib/azure/settings.ts';
import { parseTenantId } from '#lib/core/ids.ts';
import { certificateProblem } from './azure-identity.ts';
import { faultOf, readJsonList } from './json-list.ts';
import type { ReadFile } from './settings.ts';

const NAME = 'LINK_CREDENTIALS_FILE';

const entry = z.strictObject({
  displayName: z.string().min(1).optional(),
  tenantId: z.string(),
  clientId: z.string(),
  clientSecret: z.string().min(1).optional(),
  certificatePath: z.string().min(1).optional(),
});
type Entry = z.infer<typeof entry>;

function credentialOf(given: Entry, readFile: ReadFile): LinkCredential | string[] {
  const tenantId = parseTenantId(given.tenantId);
  const clientId = parseTenantId(given.clientId);
  const faults: string[] = [];
  if (tenantId === null) faults.push('tenantId must be a GUID');
  if (clientId === null) faults.push('clientId must be a GUID');
  const { clientSecret, certificatePath } = given;
  if ((clientSecret === undefined) === (certificatePath === undefined)) {
    faults.push('needs either clientSecret or certificatePath');
  }
  const fault = certificatePath === undefined ? null : certificateProblem(certificatePath, readFile);
  if (fault !== null) faults.push(`certificatePath ${fault}`);
  if (tenantId === null || clientId === null || faults.length > 0) return faults;
  const base = { displayName: given.displayName ?? null, tenantId, clientId };
  if (clientSecret !== undefined) return { ...base, kind: 'secret', clientSecret };
  return { ...base, kind: 'certificate', certificatePath: certificatePath ?? '' };
}

function parseEntry(value: unknown, position: number, readFile: ReadFile, problems: string[]) {
  const place = `${NAME}: entry ${position + 1}`;
  const shaped = entry.safeParse(value);
  if (!shaped.success) {
    for (const issue of shaped.error.issues) problems.push(`${place} ${faultOf(issue)}`);
    return [];
  }
  const credential = credentialOf(shaped.data, readFile);
  if (!Array.isArray(credential)) return [credential];
  for (const fault of credential) problems.push(`${place} ${fault}`);
  return [];
}

export function parseLinkCredentials(path: string, readFile: ReadFile, problems: string[]): LinkCredential[] {
  const list = readJsonList(path, readFile);
  if (typeof list === 'string') {
    problems.push(`${NAME}: ${list}`);
    return [];
  }
  return list.flatMap((value, position) => parseEntry(value, position, readFile, problems));
}
