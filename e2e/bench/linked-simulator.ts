import { z } from 'zod';
import { parseCostWays } from '../simulator/cost-ways.ts';
import { startSimulator } from '../simulator/server.ts';
import { followClock, type ToKeeper } from './linked-clock.ts';
import { makeCostTruth } from './made-costs.ts';

/** The simulator as a child of the process whose clock it follows. */
const options = z
  .strictObject({
    customers: z.number(),
    subscriptionsEach: z.number(),
    ways: z.string(),
    dir: z.string(),
    startMs: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const tell = (message: ToKeeper): void => void process.send?.(message);

const clock = followClock(options.startMs, {
  counts: () => tell({ kind: 'counts', answers: simulator.calls(), asked: askedOf(), costs: costTruth() }),
  end: () => void simulator.close().then(() => process.exit(0)),
});
const { ways, startMs: _startMs, ...size } = options;
const everywhere = parseCostWays(ways);
if (everywhere === null) throw new Error(`unknown ways of reading cost: ${ways}`);
const simulator = await startSimulator({
  ...size,
  ...{ seed: 1, limits: 'azure', usualLatency: true, clock },
  costWays: { everywhere, at: new Map() },
});
const costTruth = () => makeCostTruth(simulator.world, new Set(everywhere), options.startMs);
tell({ kind: 'ready', description: simulator.description, caPem: simulator.caPem });

/** Of Microsoft's own hosts the libraries know this without asking; of the simulator's they do not. */
const DISCOVERY = /\/\.well-known\/openid-configuration$/;

/** Calls that Cost Management counts, by scope. */
const COUNTED =
  /^\/(.+?)\/providers\/Microsoft\.CostManagement\/(query|dimensions|generateCostDetailsReport)$/i;

const AUDIENCES: Readonly<Record<string, string>> = { graph: 'graph', storage: 'storage' };

function askedOf() {
  const scopes: Record<string, number> = {};
  const byApi: Record<string, number> = {};
  const tokens = new Set<string>();
  let discoveries = 0;
  for (const { api, path, outcome, appId, tenantId } of simulator.callRecords()) {
    if (DISCOVERY.test(path)) {
      discoveries += 1;
      continue;
    }
    byApi[api] = (byApi[api] ?? 0) + 1;
    const scope = COUNTED.exec(path)?.[1];
    if (scope !== undefined) scopes[scope] = (scopes[scope] ?? 0) + 1;
    if (api !== 'entra') tokens.add(`${appId} ${tenantId} ${AUDIENCES[api] ?? 'resource-manager'}`);
    else if (outcome !== 200) tokens.add(`refused ${tenantId}`);
  }
  return { scopes, byApi, tokens: tokens.size, discoveries };
}
