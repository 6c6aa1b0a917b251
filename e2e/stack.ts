import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { isUnderWay } from '#lib/core/sync-run.ts';
import { startPostgres } from '#lib/db/testing/postgres-server.ts';
import { run, started, type Run } from './answers.ts';
import { eventually } from './eventually.ts';
import { requestToken } from './request-token.ts';
import { freePort, startProcess, type Environment, type ServerProcess } from './server-process.ts';
import { environmentFor } from './simulator/description.ts';
import { demoPeopleEnvironment, describeSignIn, signInEnvironment } from './simulator/sign-in-environment.ts';
import { startSimulator, type Simulator, type SimulatorOptions } from './simulator/server.ts';

export type StackOptions = Pick<
  SimulatorOptions,
  'customers' | 'seed' | 'limits' | 'world' | 'worldName' | 'latencyMs' | 'costWays' | 'onAnswer'
> & {
  /** Kept when the stack closes; absent: a temporary one. */
  dataDir?: string;
  /** Data that the server begins with, which is copied; null: it makes its own. Not for PostgreSQL. */
  store?: string | null;
  /** Added to the server's environment. */
  env?: Environment;
  /** People sign in with the simulator's Entra; by a click too with 'people'. */
  signIn?: 'entra' | 'people';
  /** On a PostgreSQL server of its own instead of the embedded database. */
  postgres?: boolean;
  /** What the server's Node is started with. */
  execArgv?: readonly string[];
};

export type Answer = { status: number; type: string; body: unknown };

export type Stack = {
  url: string;
  dataDir: string;
  simulator: Simulator;
  /** What further processes of the same product are started with. */
  environment: Environment;
  api(path: string, init?: RequestInit): Promise<Answer>;
  /** The body of a good answer, in the shape that the journey counts on. */
  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>>;
  /** A fresh access token of a program that has the role. */
  tokenOf(role: string): Promise<string>;
  startSync(): Promise<string>;
  runOf(id: string): Promise<Run>;
  whenRunEnds(id: string): Promise<Run>;
  syncToEnd(): Promise<Run>;
  /** What the server has printed since it was last started. */
  output(): string;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** With other settings beside those that it began with. */
  restart(env?: Environment): Promise<void>;
  close(): Promise<void>;
};

const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'pecboard-e2e-'));

/** The simulator in this process and the product, built for production, beside it: what people would run. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { dataDir, store = null, env = {}, postgres = false, execArgv = [], signIn, ...world } = options;
  const folder = await temporaryFolder();
  const database = postgres ? await startPostgres() : null;
  const simulator = await startSimulator({ customers: 14, limits: 'off', ...world, dir: folder });
  const data = dataDir ?? join(folder, 'data');
  if (store !== null && !postgres) await cp(store, data, { recursive: true });
  const port = await freePort();
  const environment = {
    ...environmentFor(simulator.description),
    DATA_DIR: data,
    PORT: String(port),
    // No journey may depend on the hour at which it is made.
    SYNC_SCHEDULE: 'off',
    ...(signIn === undefined ? {} : signInEnvironment(simulator.description, folder)),
    ...(signIn === 'people' ? demoPeopleEnvironment(folder) : {}),
    ...(database === null ? {} : { DATABASE_URL: database.url('postgres') }),
    ...env,
  };
  const server = new Server(`http://127.0.0.1:${port}`, environment, execArgv);
  const close = async (): Promise<void> => {
    await server.stop('SIGTERM');
    await simulator.close();
    await database?.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.start();
  } catch (error) {
    await close();
    throw error;
  }
  const admin = signIn === undefined ? null : await tokenOf(simulator, 'Pec.Admin');
  return {
    url: server.url,
    dataDir: data,
    simulator,
    environment,
    ...conversationWith(server.url, admin),
    tokenOf: (role) => tokenOf(simulator, role),
    output: () => server.output(),
    kill: (signal) => server.stop(signal),
    restart: (more) => server.start(more),
    close,
  };
}

const READY_WITHIN_MS = 30_000;

class Server {
  readonly url: string;
  readonly #environment: Environment;
  readonly #execArgv: readonly string[];
  #process: ServerProcess | null = null;

  constructor(url: string, environment: Environment, execArgv: readonly string[]) {
    this.url = url;
    this.#environment = environment;
    this.#execArgv = execArgv;
  }

  async start(more: Environment = {}): Promise<void> {
    const started = startProcess('scripts/start.ts', { ...this.#environment, ...more }, this.#execArgv);
    this.#process = started;
    await eventually('the server to be ready', () => this.#isReady(started), READY_WITHIN_MS).catch(
      (error: unknown) => {
        throw new Error(`the server did not start:\n${started.output()}`, { cause: error });
      },
    );
  }

  async #isReady(started: ServerProcess): Promise<true | null> {
    const end = started.ended();
    if (end !== null) throw new Error(`it ended with ${end.code ?? end.signal}`);
    try {
      return (await fetch(`${this.url}/readyz`)).ok ? true : null;
    } catch {
      // Nothing listens yet.
      return null;
    }
  }

  output(): string {
    return this.#process?.output() ?? '';
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (running?.ended() === null) await running.end(signal);
  }
}

/** By the programs of the simulated registration, as any program would ask. */
async function tokenOf(simulator: Simulator, role: string): Promise<string> {
  const { tokenEndpoint, apiScope, clients } = describeSignIn(simulator.description);
  const client = clients.find((one) => one.role === role);
  if (client === undefined) throw new Error(`no program has the role ${role}`);
  const { clientId: client_id, clientSecret: client_secret } = client;
  const form = { grant_type: 'client_credentials', client_id, client_secret, scope: apiScope };
  return requestToken(tokenEndpoint, form, simulator.caPem);
}

type Conversation = Pick<Stack, 'api' | 'get' | 'startSync' | 'runOf' | 'whenRunEnds' | 'syncToEnd'>;

function conversationWith(url: string, token: string | null): Conversation {
  const api = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = new Headers(init.headers);
    if (token !== null && !headers.has('authorization')) headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(new URL(path, url), { ...init, headers });
    const type = response.headers.get('content-type') ?? '';
    const body: unknown = type.includes('json') ? await response.json() : await response.text();
    return { status: response.status, type, body };
  };
  const get = async <Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> => {
    const { status, body } = await api(path);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    return schema.parse(body);
  };
  const startSync = async (): Promise<string> => {
    const { status, body } = await api('/api/v1/sync/runs', { method: 'POST' });
    if (status !== 202) throw new Error(`a sync could not be started: ${status} ${JSON.stringify(body)}`);
    return started.parse(body).id;
  };
  const runOf = (id: string): Promise<Run> => get(`/api/v1/sync/runs/${id}`, run);
  const whenRunEnds = (id: string): Promise<Run> =>
    eventually(`run ${id} to end`, async () => {
      const state = await runOf(id);
      return isUnderWay(state.status) ? null : state;
    });
  return { api, get, startSync, runOf, whenRunEnds, syncToEnd: async () => whenRunEnds(await startSync()) };
}
