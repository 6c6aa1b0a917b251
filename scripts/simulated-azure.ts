import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { VARIABLES } from '#lib/config/environment.ts';
import { environmentFor } from '../e2e/simulator/description.ts';
import { demoPeopleEnvironment, signInEnvironment } from '../e2e/simulator/sign-in-environment.ts';
import { type Environment, ROOT, startNode } from './tools.ts';

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
  resellersFile: z.string().nullable(),
  customers: z.number(),
  seed: z.number(),
  limits: z.enum(['azure', 'relaxed', 'off']),
});
export type SimulatedAzure = z.infer<typeof description>;
export type RunningSimulator = { azure: SimulatedAzure; process: ChildProcess };

export type World = { customers: number; seed: number; limits: 'azure' | 'relaxed' | 'off' };

/** Where the simulator keeps its certificates and its own description, within a data folder. */
export const simulatorFolder = (dataDir: string): string => join(dataDir, 'simulator');

export const parseDescription = (text: string): SimulatedAzure => description.parse(JSON.parse(text));

async function firstLine(child: ChildProcess, logFile: string): Promise<string> {
  if (child.stdout === null) throw new Error('the simulator was started without an output');
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then((): never => {
    throw new Error(`The simulator ended before it was ready; ${logFile} says why.`);
  });
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  lines.close();
  child.stdout.resume();
  ended.catch(() => undefined);
  return line;
}

/** Starts the simulator on a free port and waits until it has said where it is. */
export async function startSimulator(dataDir: string, world: World): Promise<RunningSimulator> {
  const dir = simulatorFolder(dataDir);
  mkdirSync(dir, { recursive: true });
  const logFile = join(dataDir, 'simulator.log');
  const log = openSync(logFile, 'a');
  const flags = { port: 0, customers: world.customers, seed: world.seed, dir, limits: world.limits };
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = startNode(join(ROOT, 'e2e/simulator/main.ts'), args, { stdio: ['ignore', 'pipe', log] });
  closeSync(log);
  return { azure: parseDescription(await firstLine(child, logFile)), process: child };
}

/** All the product is told about the simulator: it cannot know that this is not Azure. */
export const environmentOf = (azure: SimulatedAzure, dataDir: string, port: number): Environment => ({
  // Set but empty: neither the machine's own values nor those of a file .env lead the demonstration elsewhere.
  ...Object.fromEntries(VARIABLES.map((name) => [name, ''])),
  DATA_DIR: dataDir,
  PORT: String(port),
  ...environmentFor(azure),
});

/** Beside that, sign-in with the simulator's Entra, and people to be picked. */
export function signInEnvironmentOf(azure: SimulatedAzure, dataDir: string): Environment {
  const folder = simulatorFolder(dataDir);
  return { ...signInEnvironment(azure, folder), ...demoPeopleEnvironment(folder) };
}

/** Lets happen at the customers what the next sync can then tell as changes. */
export async function letTimePass(azure: SimulatedAzure): Promise<void> {
  const options = { method: 'POST', ca: readFileSync(azure.caFile), agent: false };
  const asked = request(new URL('/_simulator/later', azure.url), options).end();
  const [answer] = z.tuple([z.instanceof(IncomingMessage)]).parse(await once(asked, 'response'));
  answer.resume();
  if (answer.statusCode !== 200) throw new Error(`the simulator answered ${answer.statusCode}`);
}
