import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const description = z.object({
  url: z.string(),
  caFile: z.string(),
  tenantId: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  partnerIds: z.array(z.string()),
  partnerGlobalId: z.string(),
  partnerType: z.string(),
  linkCredentialsFile: z.string(),
});
export type Description = z.infer<typeof description>;

const MAIN = fileURLToPath(new URL('../simulator/main.ts', import.meta.url));

/** The simulator in a process of its own, so that its time and memory are not the product's. */
export async function spawnSimulator(
  args: readonly string[],
): Promise<Description & { stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [MAIN, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const stop = async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    };
    return { ...description.parse(JSON.parse(line)), stop };
  }
  throw new Error('the simulator ended before it was ready');
}

/** The environment by which the product meets the simulator. */
export const environmentFor = (simulator: Description, dataDir: string): Record<string, string> => ({
  AZURE_AUTHORITY_HOST: simulator.url,
  AZURE_RESOURCE_MANAGER_URL: simulator.url,
  MICROSOFT_GRAPH_URL: simulator.url,
  AZURE_TENANT_ID: simulator.tenantId,
  AZURE_CLIENT_ID: simulator.clientId,
  AZURE_CLIENT_SECRET: simulator.clientSecret,
  PARTNER_IDS: simulator.partnerIds.join(','),
  PARTNER_GLOBAL_ID: simulator.partnerGlobalId,
  PARTNER_TYPE: simulator.partnerType,
  LINK_CREDENTIALS_FILE: simulator.linkCredentialsFile,
  NODE_EXTRA_CA_CERTS: simulator.caFile,
  DATA_DIR: dataDir,
});
