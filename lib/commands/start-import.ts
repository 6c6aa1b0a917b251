import 'server-only';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { importCostFile, judgeDeps, type Imported } from '#lib/sync/entry.ts';

/** Less than the server lets through (next.config.js), so that a body that was cut there is never taken for whole. */
const LARGEST_BYTES = 250 * 2 ** 20;

export type ImportStart = Imported | { kind: 'not-whole' | 'too-large' };

type Given = {
  name: string;
  writtenAt: string | null;
  body: ReadableStream<Uint8Array> | null;
  length: number | null;
};

/** Takes a file of cost in: all of it, or with the reason why nothing. */
export async function startImport({ name, writtenAt, body, length }: Given): Promise<ImportStart> {
  const actor = await requireActor('Pec.Support');
  if (length === null) return { kind: 'not-whole' };
  if (length > LARGEST_BYTES) return { kind: 'too-large' };
  const deps = await judgeDeps();
  const folder = join(deps.dataDir, 'costs', 'incoming');
  const path = join(folder, `upload-${deps.newId()}`);
  await mkdir(folder, { recursive: true });
  try {
    const size = await receive(body, path);
    if (size !== length) return { kind: 'not-whole' };
    const imported = await importCostFile(deps, { path, name, by: actor.name, writtenAt });
    await recordAudit(actor, {
      action: 'import',
      outcome: imported.kind === 'refused' ? 'failed' : 'done',
      target: name,
      detail:
        imported.kind === 'refused'
          ? { reason: imported.reason }
          : { import: imported.import.id, period: imported.import.period, lines: imported.import.lines },
    });
    return imported;
  } finally {
    await rm(path, { force: true });
  }
}

/** How many bytes came; it stops soon after there are too many. */
async function receive(body: Given['body'], path: string): Promise<number> {
  let size = 0;
  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > LARGEST_BYTES) return;
      yield chunk;
    }
  }
  const chunks: AsyncIterable<Uint8Array> = body ?? Readable.from([]);
  await pipeline(counted(chunks), createWriteStream(path));
  return size;
}
