import { setTimeout } from 'node:timers/promises';
import { notFound, refuseParameters, respond } from '#app/api/respond.ts';
import { streamText } from '#app/api/stream-text.ts';
import { getRun } from '#lib/queries/sync-runs.ts';
import type { SyncRunDetail } from '#lib/queries/schemas/sync.ts';

type Context = { params: Promise<{ id: string }> };

const INTERVAL_MS = 500;

/** Server-sent events: `run` with the whole run whenever it changed, until it has ended. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    const { id } = await params;
    const first = await getRun(id);
    if (first === null) return notFound('No sync run with this id is known.');
    return new Response(streamText(events(first, request.signal), 'events'), {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' },
    });
  });

async function* events(first: SyncRunDetail, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let sent = '';
  for (let run: SyncRunDetail | null = first; run !== null && !signal.aborted; run = await getRun(first.id)) {
    const data = JSON.stringify(run);
    if (data !== sent) yield encoder.encode(`event: run\ndata: ${data}\n\n`);
    sent = data;
    if (run.status !== 'running') return;
    await setTimeout(INTERVAL_MS);
  }
}
