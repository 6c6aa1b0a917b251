import type { PipelinePolicy, PipelineRequest } from '@azure/core-rest-pipeline';
import type { ThrottleBudget, Ticket } from '#lib/core/throttle-budget.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { chargesOf, type Counted, type CountedCall, type FamilyCharge } from './charges.ts';
import { AzureFailure, OwnFault } from './failure.ts';
import { observationsOf, type ObservedAnswer } from './observed-limits.ts';
import { MAX_TOTAL_WAIT_MS, waitOut, type Patience } from './persistence.ts';

type Line = Patience & Counted & { budget: ThrottleBudget };

/** A call that Azure would let wait longer than any call waits has been refused. */
const tooLong = ({ source }: Line, retryAfterMs: number): AzureFailure =>
  new AzureFailure({
    kind: 'throttled',
    source,
    message: tellStepReason('long-wait', {}),
    status: 429,
    retryAfterMs,
  });

type Room = { ticket: Ticket; charges: readonly FamilyCharge[] };

/** Returns once every limit that the call counts against has room for it; to whom it leaves some changes meanwhile. */
async function takeRoom(line: Line, call: CountedCall): Promise<Room> {
  for (;;) {
    const charges = chargesOf(call, line);
    const taken = await line.budget.take(charges, line.now()).catch(asOwnFault);
    if (taken.kind === 'go') return { ticket: taken.ticket, charges };
    const ms = taken.untilMs - line.now();
    if (taken.reason === 'azure-asked' && ms > MAX_TOTAL_WAIT_MS) throw tooLong(line, ms);
    await waitOut(line, taken);
  }
}

/** A client of Azure takes whatever it meets for a bad answer, unless it is told. */
const asOwnFault = (cause: unknown): never => {
  throw new OwnFault('the throttle budget could not be kept', { cause });
};

const bodyOf = ({ body }: PipelineRequest): string | null => (typeof body === 'string' ? body : null);

/** Calls wait here for their budget, before they take a token; what answers tell goes back into it. */
export function keepWithinBudget(line: Line, attempt: readonly PipelinePolicy[]): PipelinePolicy[] {
  const answers = new WeakMap<PipelineRequest, ObservedAnswer>();
  const keep: PipelinePolicy = {
    name: 'keepWithinBudget',
    async sendRequest(request, next) {
      const call = { source: line.source, url: request.url, body: bodyOf(request) };
      const { ticket, charges } = await takeRoom(line, call);
      answers.delete(request);
      try {
        return await next(request);
      } finally {
        const answer = answers.get(request);
        const observed = answer === undefined ? [] : observationsOf(answer, charges, line.now());
        await line.budget.settle(ticket, observed, line.now()).catch(asOwnFault);
      }
    },
  };
  const observe: PipelinePolicy = {
    name: 'observeLimits',
    async sendRequest(request, next) {
      const response = await next(request);
      answers.set(request, { status: response.status, headers: [...response.headers] });
      return response;
    },
  };
  return [keep, ...attempt, observe];
}
