import { forgetAnswers } from './arm-resourcegraph.ts';
import { forgetSights } from './rights.ts';
import type { Simulation } from './simulation.ts';
import { letTimePass } from './worlds/later.ts';
import type { Subscription } from './worlds/types.ts';

/** Lets time pass at the customers', and forgets what was found out of the world before. */
export function changeWorld(simulation: Simulation): Subscription[] {
  const concerned = letTimePass(simulation.world);
  forgetSights(simulation.world);
  forgetAnswers(simulation);
  return concerned;
}
