import type { Answer } from './http.ts';
import type { Simulation } from './simulation.ts';
import { guidOf } from './worlds/seeded.ts';

/** The error envelope of Microsoft Graph. */
export function graphError(
  status: number,
  code: string,
  message: string,
  { clock, nextNumber }: Simulation,
): Answer {
  const id = guidOf('graph request', nextNumber());
  const date = new Date(clock.now()).toISOString().slice(0, 19);
  return {
    status,
    body: { error: { code, message, innerError: { date, 'request-id': id, 'client-request-id': id } } },
  };
}
