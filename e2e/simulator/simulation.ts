import type { Assertions } from './client-assertion.ts';
import type { Clock } from './clock.ts';
import type { Costs } from './costs.ts';
import type { Quotas } from './quotas.ts';
import type { Throttle } from './throttle.ts';
import type { Tokens } from './tokens.ts';
import type { PartnerLink, World } from './worlds/types.ts';

/** What every answer is made from: the world, the clock, and the state that calls change. */
export type Simulation = {
  world: World;
  clock: Clock;
  tokens: Tokens;
  assertions: Assertions;
  throttle: Throttle;
  costs: Costs;
  quotas: Quotas;
  /** Partner links by tenant and object id; calls may change them. */
  links: Map<string, PartnerLink>;
  /** Grows with every use: ids of requests and traces. */
  nextNumber(): number;
};

export const linkKey = (tenantId: string, objectId: string): string => `${tenantId}/${objectId}`;
