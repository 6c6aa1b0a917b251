import { setTimeout } from 'node:timers/promises';
import { notFound, refuseParameters, respond } from '#app/api/respond.ts';
import { isUnderWay } from '#lib/core/sync-run.ts';
import { getFollowedRun, getRunChange, type FollowedRun } from '#lib/queries/sync-runs.ts';
import type { SyncRunChange, SyncRunDetail } from '#lib/queries/schemas/sync.ts';

type Context = { params: Promise<{ id: string }> };

const INTERVAL_MS = 500;

/**
 * Server-sent events until the run has ended: first `run` with the whole run, then `change` with what changed. Where
 * steps were taken back `run` comes again.
 */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    const { id } = await params;
    const first = await getFollowedRun(id);
    if (first === null) return notFound('No sync run with this id is known.');
    return new Response(streamOf(events(first, request.signal)), {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' },
    });
  });

type Event = { name: 'run'; data: SyncRunDetail } | { name: 'change'; data: SyncRunChange };

async function* events(first: FollowedRun, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let { seen } = first;
  let event: Event = { name: 'run', data: first.run };
  let sent = '';
  while (!signal.aborted) {
    const data = JSON.stringify(event.data);
    if (data !== sent) yield encoder.encode(`event: ${event.name}\ndata: ${data}\n\n`);
    sent = data;
    if (!isUnderWay(event.data.status)) return;
    await setTimeout(INTERVAL_MS);
    const change = await getRunChange(first.run.id, seen);
    const anew = change === 'anew' ? await getFollowedRun(first.run.id) : null;
    if (anew !== null) {
      ({ seen } = anew);
      event = { name: 'run', data: anew.run };
    } else if (change === null || change === 'anew') return;
    else event = { name: 'change', data: change };
  }
}

function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
