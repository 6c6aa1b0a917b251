import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeCalls, type CallCounts, type CallRecord, type Calls, type Outcome } from './calls.ts';
import { makeCertificates, makeClientCertificate, type Certificates } from './certificates.ts';
import { makeAssertions } from './client-assertion.ts';
import { settableClock, type Clock } from './clock.ts';
import { describe, writeFiles, type Description } from './description.ts';
import { answerControl } from './control.ts';
import { changeWorld } from './change-world.ts';
import { makeCosts } from './costs.ts';
import type { CostWays } from './cost-ways.ts';
import { apiOf, dispatch, tenantOf } from './dispatch.ts';
import { faultAnswer, spoil, type Effect } from './fault-effects.ts';
import { makeFaults, type Faults } from './faults.ts';
import { readCall, type Answer, type Api, type Call } from './http.ts';
import { sendFile } from './send-file.ts';
import { latencyOf, type Latency } from './latency.ts';
import { linkKey, type Simulation } from './simulation.ts';
import { makeQuotas } from './quotas.ts';
import { makeThrottle, type Limits } from './throttle.ts';
import { namesIn } from './token-names.ts';
import { makeTokens, type Tokens } from './tokens.ts';
import { guidOf } from './worlds/seeded.ts';
import type { Subscription, World } from './worlds/types.ts';
import { buildWorld, type WorldName } from './worlds/world.ts';

export type SimulatorOptions = {
  /** 0 or absent: a free one. */
  port?: number;
  customers?: number;
  seed?: number;
  /** Where ca.pem, client-certificate.pem, link-credentials.json and simulator.json are written; absent: a new temporary folder. */
  dir?: string;
  limits?: Limits;
  clock?: Clock;
  /** Milliseconds that every answer waits. */
  latencyMs?: number;
  /** Waits as long as Azure usually takes, in place of `latencyMs`. */
  usualLatency?: boolean;
  /** Which of the made worlds; the demo's unless said. */
  worldName?: WorldName;
  /** Subscriptions of an ordinary customer on the average; as few as usual unless said. */
  subscriptionsEach?: number;
  /** Ways of reading cost that are permitted; absent: reports and queries, at every scope. */
  costWays?: CostWays;
  /** Lines at which a cost details report fails; absent: Azure's own number. */
  mostReportRows?: number;
  /** Another world than the one of `customers` and `seed`. */
  world?: World;
  /** Items that a page of any list holds at most, so that a small world fills several; absent: as many as Azure's. */
  mostPageItems?: number;
  /** Told of each call that has been answered, before the answer leaves. */
  onAnswer?: (record: CallRecord, call: Call) => void;
};

export type Simulator = {
  url: string;
  caPem: string;
  caFile: string;
  world: World;
  clock: Clock;
  faults: Faults;
  /** For forged tokens under the real key. */
  tokens: Tokens;
  description: Description;
  calls(): CallCounts;
  /** Each call with the token that it was made with. */
  callRecords(): readonly CallRecord[];
  resetCalls(): void;
  /** Something happens at the customers'; gives the subscriptions concerned. */
  letTimePass(): Subscription[];
  close(): Promise<void>;
};

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { customers = 40, seed = 1, limits = 'azure', clock = settableClock(), latencyMs = 0 } = options;
  const worldName = options.worldName ?? 'demo';
  const { subscriptionsEach } = options;
  const world =
    options.world ??
    buildWorld({
      ...(subscriptionsEach === undefined ? {} : { subscriptionsEach }),
      ...{ customers, seed, name: worldName, nowMs: clock.now() },
    });
  const certificates = await makeCertificates();
  const client = await makeClientCertificate();
  const parts: Parts = {
    simulation: await makeSimulation(world, {
      clock,
      limits,
      publicKeyPem: client.publicKeyPem,
      costWays: options.costWays,
      mostReportRows: options.mostReportRows,
    }),
    calls: makeCalls(),
    faults: makeFaults(),
    latency: options.usualLatency === true ? 'azure' : latencyMs,
    mostPageItems: options.mostPageItems ?? Number.POSITIVE_INFINITY,
    onAnswer: options.onAnswer ?? (() => undefined),
  };
  const { url, close } = await listen(options.port ?? 0, certificates, parts);
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'simulator-')));
  const isTemporary = options.dir === undefined;
  const description = describe(world, { url, dir, customers: world.customers.length, seed, limits });
  await writeFiles(dir, description, { caPem: certificates.caPem, clientPem: client.pem, world });
  return {
    url,
    caPem: certificates.caPem,
    caFile: description.caFile,
    world,
    clock,
    faults: parts.faults,
    tokens: parts.simulation.tokens,
    description,
    calls: parts.calls.counts,
    callRecords: parts.calls.list,
    resetCalls: parts.calls.reset,
    letTimePass: () => changeWorld(parts.simulation),
    async close() {
      await close();
      await parts.simulation.costs.files.close();
      if (isTemporary) await rm(dir, { recursive: true, force: true });
    },
  };
}

async function listen(port: number, { certPem, keyPem }: Certificates, parts: Parts) {
  const server = createServer({ cert: certPem, key: keyPem }, (request, response) => {
    void answerRequest(request, response, parts);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `https://localhost:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

type SimulationOptions = {
  clock: Clock;
  limits: Limits;
  publicKeyPem: string;
  costWays: CostWays | undefined;
  mostReportRows: number | undefined;
};

async function makeSimulation(
  world: World,
  { clock, limits, publicKeyPem, costWays: ways, mostReportRows }: SimulationOptions,
): Promise<Simulation> {
  let number = 0;
  return {
    world,
    clock,
    tokens: await makeTokens(clock, (tenantId) => world.tenants.has(tenantId)),
    assertions: await makeAssertions(publicKeyPem, clock),
    throttle: makeThrottle(limits, clock),
    costs: makeCosts({ clock, limits, ways, mostReportRows }),
    quotas: makeQuotas(limits, clock),
    links: new Map(world.links.map((link) => [linkKey(link.tenantId, link.objectId), link])),
    nextNumber: () => ++number,
  };
}

type Parts = {
  simulation: Simulation;
  calls: Calls;
  faults: Faults;
  latency: Latency;
  mostPageItems: number;
  onAnswer: (record: CallRecord, call: Call) => void;
};

async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts,
): Promise<void> {
  const { clock } = parts.simulation;
  clock.working?.(1);
  try {
    const call = await readCall(request, parts.mostPageItems);
    const control = answerControl(call, { ...parts, clock });
    if (control !== null) send(response, control, JSON.stringify(control.body));
    else await answerCall(call, response, parts);
  } catch (error) {
    process.stderr.write(`simulator: ${error instanceof Error ? error.stack : String(error)}\n`);
    if (!response.headersSent)
      send(response, { status: 500 }, '{"error":{"code":"SimulatorBug","message":""}}');
  } finally {
    clock.working?.(-1);
  }
}

/** Lets time pass on the simulation's own clock, where it has a say in that. */
async function pass(ms: number, { clock }: Simulation): Promise<void> {
  if (ms <= 0) return;
  if (clock.sleep === undefined) return void (await delay(ms));
  clock.working?.(-1);
  await clock.sleep(ms);
  clock.working?.(1);
}

async function answerCall(call: Call, response: ServerResponse, parts: Parts): Promise<void> {
  const api = apiOf(call.path);
  await pass(latencyOf(parts.latency, api, parts.simulation.nextNumber()), parts.simulation);
  const effect = parts.faults.take(call, api, tenantOf(call));
  const count = (outcome: Outcome, isSpoilt = true): void => {
    const record = { ...recordOf(call, api, outcome), fault: effect, isSpoilt: effect !== null && isSpoilt };
    parts.calls.count(record);
    parts.onAnswer(record, call);
  };
  if (effect?.kind === 'hang') return count('hang');
  if (effect?.kind === 'cut') {
    count('cut');
    response.socket?.destroy();
    return;
  }
  if (effect?.kind === 'slow') await pass(effect.ms, parts.simulation);
  if (effect?.kind === 'clock-jump') parts.simulation.clock.jump?.(effect.ms);
  const answer = effect?.kind === 'status' ? faultAnswer(effect) : await dispatch(call, parts.simulation);
  const complete = withIds(answer, api, parts.simulation);
  const text = textOf(answer, effect, call);
  const isHalf = effect?.kind === 'half-json';
  const isOwnAnswer = effect?.kind === 'status';
  count(
    answer.status,
    isOwnAnswer || text !== textOf(answer, null, call) || (isHalf && answer.file !== undefined),
  );
  if (answer.file === undefined) return send(response, complete, text);
  writeHead(response, complete);
  const { start, end } = answer.file;
  await sendFile(response, answer.file, isHalf ? Math.floor((end - start + 1) / 2) : null);
}

function recordOf(call: Call, api: Api, outcome: Outcome): Omit<CallRecord, 'fault' | 'isSpoilt'> {
  const { method, path } = call;
  const names = namesIn(call.headers.authorization);
  return { api, method, path, outcome, ...names, tenantId: names.tenantId ?? tenantOf(call) };
}

function textOf({ body, text }: Answer, effect: Effect | null, call: Call): string | undefined {
  if (text !== undefined) {
    return effect?.kind === 'half-json' ? text.slice(0, Math.floor(text.length / 2)) : text;
  }
  if (body === undefined || typeof body === 'string') return body;
  return effect === null || effect.kind === 'status' ? JSON.stringify(body) : spoil(effect, body, call);
}

/** The ids that every Azure answer carries. */
function withIds(answer: Answer, api: Api, { nextNumber }: Simulation): Answer {
  const id = guidOf('request', nextNumber());
  const names =
    api === 'graph'
      ? ['request-id', 'client-request-id']
      : ['x-ms-request-id', 'x-ms-correlation-request-id'];
  return {
    ...answer,
    headers: { ...Object.fromEntries(names.map((name) => [name, id])), ...answer.headers },
  };
}

function send(response: ServerResponse, answer: Answer, text: string | undefined): void {
  const type = text === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
  writeHead(response, { ...answer, headers: { ...type, ...answer.headers } });
  response.end(text);
}

function writeHead(response: ServerResponse, { status, headers }: Answer): void {
  response.writeHead(status, {
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    ...headers,
  });
}
