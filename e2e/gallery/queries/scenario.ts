import { cookies } from 'next/headers';
import type { Scenario } from '../fixture-sources.ts';

const SCENARIOS: readonly Scenario[] = ['filled', 'empty', 'unconfigured', 'failed', 'running', 'fault'];

/** Which made-up state to show: the cookie `scenario`. */
export async function chosenScenario(): Promise<Scenario> {
  const text = (await cookies()).get('scenario')?.value;
  const scenario = SCENARIOS.find((name) => name === text) ?? 'filled';
  if (scenario === 'fault') throw new Error('The database did not answer');
  return scenario;
}
