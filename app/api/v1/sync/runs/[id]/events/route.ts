import { setTimeout } from 'node:timers/promises';
import { notFound, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { streamText } from '#app/api/stream-text.ts';
import { openStreamOf } from '#lib/auth/open-streams.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
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
    const actor = await requireActor('Pec.Viewer');
    refuseParameters(request);
    const { id } = await params;
    const first = await getFollowedRun(id);
    if (first === null) return notFound('No sync run with this id is known.');
    const end = openStreamOf(actor.id);
    if (end === null) return tooManyStreams();
    return new Response(streamText(events({ first, signal: request.signal, end }), 'events'), {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' },
    });
  });

type Event = { name: 'run'; data: SyncRunDetail } | { name: 'change'; data: SyncRunChange };
type Followed = { event: Event; seen: FollowedRun['seen'] };

const tooManyStreams = (): Response =>
  problem({
    status: 429,
    code: 'too-many-streams',
    title: 'Too many open streams',
    detail: 'You follow as many runs as one person may. Close some of the pages that do.',
  });

type Following = { first: FollowedRun; signal: AbortSignal; end: () => void };

async function* events({ first, signal, end }: Following): AsyncGenerator<string> {
  let sent = '';
  try {
    for (
      let at: Followed | null = { event: { name: 'run', data: first.run }, seen: first.seen };
      at !== null && !signal.aborted;
      at = await findStill(first.run.id, at.seen)
    ) {
      const { name, data } = at.event;
      const text = JSON.stringify(data);
      if (text !== sent) yield `event: ${name}\ndata: ${text}\n\n`;
      sent = text;
      if (!isUnderWay(data.status)) return;
      await setTimeout(INTERVAL_MS);
    }
  } finally {
    end();
  }
}

async function findStill(id: string, seen: FollowedRun['seen']): Promise<Followed | null> {
  const change = await getRunChange(id, seen);
  if (change === null) return null;
  if (change !== 'anew') return { event: { name: 'change', data: change }, seen };
  const anew = await getFollowedRun(id);
  return anew === null ? null : { event: { name: 'run', data: anew.run }, seen: anew.seen };
}
