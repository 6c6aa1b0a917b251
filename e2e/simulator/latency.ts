import type { Api } from './http.ts';
import { fractionOf } from './worlds/seeded.ts';

/** Milliseconds that every answer waits; 'azure': as long as Azure's own answers take, by API. */
export type Latency = number | 'azure';

/** Least and most, as Azure usually answers. Ours, from experience: Microsoft publishes none. */
const USUAL: Readonly<Partial<Record<Api, readonly [number, number]>>> = {
  entra: [60, 180],
  graph: [50, 160],
  'resource-graph': [180, 600],
  billing: [300, 900],
  'cost-dimensions': [400, 1200],
  'cost-query': [600, 2500],
};
const OTHERS = [80, 260] as const;

/** Where most answers are quick and a few are slow. */
export function latencyOf(latency: Latency, api: Api, number: number): number {
  if (latency !== 'azure') return latency;
  const [least, most] = USUAL[api] ?? OTHERS;
  return Math.round(least + (most - least) * fractionOf('latency', number) ** 2);
}
