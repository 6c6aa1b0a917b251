import { z } from 'zod';
import type { Calls } from './calls.ts';
import { faultSchema, type Faults } from './faults.ts';
import { json, type Answer, type Call } from './http.ts';

const CALLS = '/_simulator/calls';
const FAULTS = '/_simulator/faults';

/** What another process may ask of the simulator itself; null: the call is for Azure. */
export function answerControl(call: Call, calls: Calls, faults: Faults): Answer | null {
  if (!call.path.startsWith('/_simulator/')) return null;
  if (call.path === CALLS) return answerCalls(call, calls);
  if (call.path === FAULTS) return answerFaults(call, faults);
  return { status: 404, body: { message: `use ${CALLS} or ${FAULTS}` } };
}

function answerCalls({ method }: Call, calls: Calls): Answer {
  if (method === 'DELETE') calls.reset();
  return json(calls.counts());
}

function answerFaults({ method, body }: Call, faults: Faults): Answer {
  if (method === 'DELETE') faults.clear();
  if (method !== 'POST') return json(faults.list());
  const parsed = faultSchema.safeParse(parseJson(body));
  if (!parsed.success) return { status: 400, body: { message: z.prettifyError(parsed.error) } };
  faults.add(parsed.data);
  return json(faults.list());
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
