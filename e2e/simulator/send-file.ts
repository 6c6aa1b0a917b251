import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

export type FilePart = { path: string; start: number; end: number };

/** Streams a part of a file; `upTo` bytes of it, and then the connection breaks. */
export async function sendFile(
  response: ServerResponse,
  { path, start, end }: FilePart,
  upTo: number | null,
): Promise<void> {
  const last = upTo === null ? end : Math.min(end, start + upTo - 1);
  const stream = createReadStream(path, { start, end: last });
  try {
    await pipeline(stream, response, { end: last === end });
    if (last !== end) response.socket?.destroy();
  } catch {
    // Whoever asked has gone.
    response.destroy();
  }
}
