import { answerArm, matchArm } from './arm.ts';
import { answerStorage, isBlobPath } from './blob-storage.ts';
import { answerEntra, tenantOfEntraPath } from './entra.ts';
import { answerGraph } from './graph.ts';
import { armError, type Answer, type Api, type Call } from './http.ts';
import type { Simulation } from './simulation.ts';
import { namesIn } from './token-names.ts';

export function apiOf(path: string): Api {
  if (tenantOfEntraPath(path) !== null) return 'entra';
  if (isGraph(path)) return 'graph';
  if (isBlobPath(path)) return 'storage';
  return matchArm(path)?.route.api ?? 'unknown';
}

/** The tenant that a call speaks for, unverified. */
export const tenantOf = (call: Call): string | null =>
  tenantOfEntraPath(call.path) ?? namesIn(call.headers.authorization).tenantId;

const isGraph = (path: string): boolean => /^\/(v1\.0|beta)(\/|$)/.test(path);
const isArm = (path: string): boolean => /^\/(subscriptions|providers|tenants)(\/|$)/i.test(path);

/** One origin plays four hosts: their paths never meet. */
export async function dispatch(call: Call, simulation: Simulation): Promise<Answer> {
  if (isGraph(call.path)) return answerGraph(call, simulation);
  if (isArm(call.path)) return answerArm(call, simulation);
  if (isBlobPath(call.path)) return answerStorage(call, simulation);
  const entra = await answerEntra(call, simulation);
  return entra ?? armError(404, 'NotFound', `Nothing is played at '${call.path}'.`);
}
