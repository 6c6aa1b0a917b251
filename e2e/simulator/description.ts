import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Limits } from './throttle.ts';
import { APPLICATIONS } from './worlds/partner.ts';
import type { World } from './worlds/types.ts';

/** What another program needs to point the product at a running simulator. */
export type Description = {
  url: string;
  caFile: string;
  tenantId: string;
  clientId: string;
  clientSecret: string;
  partnerIds: readonly string[];
  partnerGlobalId: string;
  partnerType: string;
  linkCredentialsFile: string;
  /** null: the world has no resellers of record. */
  resellersFile: string | null;
  customers: number;
  seed: number;
  limits: Limits;
};

type Started = { url: string; dir: string; customers: number; seed: number; limits: Limits };

export function describe(world: World, { url, dir, customers, seed, limits }: Started): Description {
  const { appId, secret } = APPLICATIONS.pecboard;
  return {
    url,
    caFile: resolve(dir, 'ca.pem'),
    tenantId: world.managingTenant.tenantId,
    clientId: appId,
    clientSecret: secret,
    partnerIds: world.partner.ids,
    partnerGlobalId: world.partner.globalId,
    partnerType: world.partner.type,
    linkCredentialsFile: resolve(dir, 'link-credentials.json'),
    resellersFile: world.partner.resellers === null ? null : resolve(dir, 'resellers.json'),
    customers,
    seed,
    limits,
  };
}

/** simulator.json comes last: who waits for it finds the other files complete. */
export async function writeFiles(
  dir: string,
  description: Description,
  { caPem, clientPem, world }: { caPem: string; clientPem: string; world: World },
): Promise<void> {
  await mkdir(dir, { recursive: true });
  await writeFile(description.caFile, caPem);
  // For AZURE_CLIENT_CERTIFICATE_PATH, in place of the secret.
  await writeFile(resolve(dir, 'client-certificate.pem'), clientPem, { mode: 0o600 });
  // The identities whose partner link the product may read with their own tokens.
  const credentials = world.linkCredentials.map(
    ({ tenantId, application: { displayName, appId, secret } }) => ({
      displayName,
      tenantId,
      clientId: appId,
      clientSecret: secret,
    }),
  );
  await writeFile(description.linkCredentialsFile, `${JSON.stringify(credentials, null, 2)}\n`);
  if (description.resellersFile !== null) {
    await writeFile(description.resellersFile, `${JSON.stringify(world.partner.resellers, null, 2)}\n`);
  }
  await writeFile(resolve(dir, 'simulator.json'), `${JSON.stringify(description)}\n`);
}

/** The product's environment for a running simulator: configuration is all that it meets it through. */
export const environmentFor = (description: Description): Record<string, string> => ({
  AZURE_AUTHORITY_HOST: description.url,
  AZURE_RESOURCE_MANAGER_URL: description.url,
  MICROSOFT_GRAPH_URL: description.url,
  AZURE_STORAGE_BLOB_URL: `${description.url}/_blob/{account}`,
  AZURE_TENANT_ID: description.tenantId,
  AZURE_CLIENT_ID: description.clientId,
  AZURE_CLIENT_SECRET: description.clientSecret,
  PARTNER_IDS: description.partnerIds.join(','),
  PARTNER_GLOBAL_ID: description.partnerGlobalId,
  PARTNER_TYPE: description.partnerType,
  LINK_CREDENTIALS_FILE: description.linkCredentialsFile,
  ...(description.resellersFile === null ? {} : { RESELLERS_FILE: description.resellersFile }),
  NODE_EXTRA_CA_CERTS: description.caFile,
  ENVIRONMENT_LABEL: 'Simulated Azure',
});
