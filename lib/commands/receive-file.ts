import 'server-only';
import { Busboy } from '@fastify/busboy';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';

/** A body as it comes: the file itself, or a form with one file in it. */
export type Body = {
  stream: ReadableStream<Uint8Array> | null;
  contentType: string | null;
  /** null: not said. */
  length: number | null;
};

export type Received =
  | { kind: 'received'; digest: string; bytes: number; fileName: string | null }
  | { kind: 'not-whole' | 'too-large' | 'no-file' | 'disk-full' };

type Part = { fileName: string | null; chunks: AsyncIterable<Uint8Array> };

class TooLarge extends Error {}

/** Streams the file of a body to the path; the digest of its content is taken on the way. */
export async function receiveFile(body: Body, path: string, largestBytes: number): Promise<Received> {
  if (body.length !== null && body.length > largestBytes) return { kind: 'too-large' };
  const hash = createHash('sha256');
  let bytes = 0;
  async function* measured(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > largestBytes) throw new TooLarge();
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    const part = await openPart(body);
    if (part === null) return { kind: 'no-file' };
    await pipeline(measured(part.chunks), createWriteStream(path));
    if (!isForm(body) && body.length !== null && bytes !== body.length) return { kind: 'not-whole' };
    return { kind: 'received', digest: hash.digest('hex'), bytes, fileName: part.fileName };
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'too-large' };
    const code = error instanceof Error && 'code' in error ? error.code : null;
    // Whatever else ends a stream early is the sender's end of the line.
    return { kind: code === 'ENOSPC' ? 'disk-full' : 'not-whole' };
  }
}

const isForm = ({ contentType }: Body): boolean => /^multipart\/form-data\b/i.test(contentType ?? '');

async function openPart(body: Body): Promise<Part | null> {
  // A web stream by another name: the types of DOM and Node differ.
  const stream = body.stream === null ? Readable.from([]) : Readable.fromWeb(body.stream as WebStream);
  return isForm(body) ? openForm(stream, body.contentType ?? '') : { fileName: null, chunks: stream };
}

/** The first file of a form; null where there is none. */
function openForm(stream: Readable, contentType: string): Promise<Part | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Part | null>();
  const form = new Busboy({ headers: { 'content-type': contentType }, limits: { files: 1 } });
  form.on('file', (_field, file, fileName) => resolve({ fileName, chunks: file }));
  form.on('finish', () => resolve(null));
  form.on('error', reject);
  stream.on('error', (error) => form.destroy(error));
  stream.pipe(form);
  return promise;
}
