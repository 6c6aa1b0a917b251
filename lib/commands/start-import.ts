import 'server-only';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { config } from '#lib/config.ts';
import type { EndedState } from '#lib/core/import-job.ts';
import { findImport } from '#lib/db/imports.ts';
import { dropUpload, judgeDeps, launchImport, uploadPath } from '#lib/sync/entry.ts';
import { receiveFile, type Body, type Received } from './receive-file.ts';

/** 'known': the same content counts already; 'running': it is being imported. */
export type ImportStart =
  | { kind: 'started' | 'known' | 'running'; id: string }
  | Exclude<Received, { kind: 'received' }>;

type Given = {
  /** null: the name that the body gives. */
  name: string | null;
  writtenAt: string | null;
  body: Body;
};

const NAMELESS = 'file without a name';

/** Takes a file of cost in and imports it in the background. */
export async function startImport({ name, writtenAt, body }: Given): Promise<ImportStart> {
  const actor = await requireActor('Pec.Support');
  const deps = await judgeDeps();
  const path = uploadPath(deps.dataDir, deps.newId());
  await mkdir(dirname(path), { recursive: true });
  const dispose = () => dropUpload(path);
  const received = await receiveFile(body, path, config().imports.largestBytes);
  if (received.kind !== 'received') {
    await dispose();
    return received;
  }
  const { digest: id, bytes, fileName } = received;
  if ((await findImport(deps.db, id)) !== null) {
    await dispose();
    return { kind: 'known', id };
  }
  const shownName = (name ?? fileName ?? NAMELESS).slice(-LONGEST_NAME) || NAMELESS;
  const order = {
    id,
    path,
    name: shownName,
    by: actor.name,
    writtenAt,
    bytes,
    way: 'upload' as const,
    dispose,
  };
  const record = await openAudit(actor);
  const event = { action: 'import', target: shownName, detail: { import: id, bytes } } as const;
  await record({ ...event, outcome: 'done' });
  const launched = await launchImport(deps, order);
  if (launched === null) await dispose();
  else void recordEnd(deps, launched.ended, () => record({ ...event, outcome: 'failed' }));
  return { kind: launched === null ? 'running' : 'started', id };
}

const LONGEST_NAME = 200;

/** What was taken in and came to nothing is told too. */
async function recordEnd(
  { log }: Awaited<ReturnType<typeof judgeDeps>>,
  ended: Promise<EndedState>,
  recordFailure: () => Promise<void>,
): Promise<void> {
  try {
    const state = await ended;
    if (state === 'refused' || state === 'failed') await recordFailure();
  } catch (err) {
    log.error({ err }, 'the end of an import could not be written into the audit');
  }
}
