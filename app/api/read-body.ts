import type { z } from 'zod';
import { BadQuery } from '#lib/queries/bad-query.ts';
import { parseInput } from './parse-input.ts';

const LONGEST_BODY = 64 * 1024;

/** A JSON body of bounded size, in the shape of the schema. */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new BadQuery('content-type', 'must be application/json');
  return parseInput(schema, parseJson(await readText(request)));
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > LONGEST_BODY) throw new BadQuery('body', `must have at most ${LONGEST_BODY} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadQuery('body', 'must be JSON');
  }
}

/** The fields of a plain form, bounded the same way. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded')
    throw new BadQuery('content-type', 'must be that of a form');
  return new URLSearchParams(await readText(request));
}
