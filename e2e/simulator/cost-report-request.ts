import { z } from 'zod';
import { armError, type Answer } from './http.ts';
import { costDays } from './worlds/costs.ts';

const DAY_MS = 86_400_000;

const day = z.iso.date();
const requestSchema = z.strictObject({
  metric: z.enum(['ActualCost', 'AmortizedCost']).optional(),
  timePeriod: z.strictObject({ start: day, end: day }).optional(),
  invoiceId: z.string().optional(),
  billingPeriod: z.string().optional(),
});

export type ReportRequest = { metric: string; from: string; to: string; body: unknown };

const badRequest = (message: string) => ({ refusal: armError(400, 'BadRequest', message) });

/** A month or less, no older than 13 months. */
export function parseReportRequest(
  text: string,
  nowMs: number,
): { request: ReportRequest } | { refusal: Answer } {
  const parsed = requestSchema.safeParse(parseJson(text === '' ? '{}' : text));
  if (!parsed.success) return badRequest('Invalid Request Payload.');
  const { metric = 'ActualCost', timePeriod, invoiceId, billingPeriod } = parsed.data;
  const named = [timePeriod, invoiceId, billingPeriod].filter((held) => held !== undefined);
  if (named.length > 1) {
    return badRequest(
      'Invalid request payload: can only have either timePeriod or invoiceId or billingPeriod.',
    );
  }
  if (invoiceId !== undefined) return badRequest(`The invoice '${invoiceId}' was not found.`);
  if (billingPeriod !== undefined)
    return badRequest('billingPeriod is supported for enterprise agreements only.');
  const { first, last } = costDays(nowMs);
  const { start: from, end: to } = timePeriod ?? { start: `${last.slice(0, 7)}-01`, end: last };
  if (to < from) return badRequest('Invalid Request Payload: the end date is before the start date.');
  if (from < first) return badRequest(`Start date must be after ${first}.`);
  if (Date.parse(to) - Date.parse(from) > 30 * DAY_MS) {
    return badRequest('The maximum allowed date range is 1 months.');
  }
  return { request: { metric, from, to, body: parsed.data } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
