import { guidOf } from './worlds/seeded.ts';
import type { Answer } from './http.ts';
import type { Simulation } from './simulation.ts';

export type EntraProblem = {
  status: number;
  error: string;
  code: number;
  text: string;
  /** Says what the person could do: consent_required, for one. */
  suberror?: string;
};

export const missingParameter = (name: string, code = 900144): EntraProblem => ({
  status: code === 7000218 ? 401 : 400,
  error: code === 7000218 ? 'invalid_client' : 'invalid_request',
  code,
  text: `The request body must contain the following parameter: '${name}'.`,
});

export const invalidGrant = (code: number, text: string, suberror?: string): EntraProblem => ({
  status: 400,
  error: 'invalid_grant',
  code,
  text,
  ...(suberror === undefined ? {} : { suberror }),
});

export function describeProblem({ code, text }: EntraProblem, simulation: Simulation) {
  const trace = guidOf('trace', simulation.nextNumber());
  const correlation = guidOf('correlation', simulation.nextNumber());
  const timestamp = new Date(simulation.clock.now())
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z/, 'Z');
  const description = `AADSTS${code}: ${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`;
  return { trace, correlation, timestamp, description };
}

export function entraError(problem: EntraProblem, simulation: Simulation): Answer {
  const { trace, correlation, timestamp, description } = describeProblem(problem, simulation);
  const { status, error, code, suberror } = problem;
  return {
    status,
    body: {
      error,
      error_description: description,
      error_codes: [code],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
      ...(suberror === undefined ? {} : { suberror }),
    },
  };
}
