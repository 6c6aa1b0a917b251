import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const AZURE = new URL('../../../shared/azure/', import.meta.url);
const RECORDINGS = new URL('recordings/', AZURE);

const interaction = z.object({
  request: z.object({ method: z.string(), url: z.string() }),
  response: z.object({
    status: z.number(),
    headers: z.record(z.string(), z.string()),
    body: z.unknown(),
  }),
});
export type Interaction = z.infer<typeof interaction>;

const recording = z.object({ interactions: z.array(interaction) });
const example = z.object({
  parameters: z.record(z.string(), z.unknown()),
  responses: z.object({ '200': z.object({ body: z.unknown() }) }),
});
export type Example = { parameters: Record<string, unknown>; body: unknown };

const readJson = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'));

/** Names of all recordings, such as 'graph/groups-members.json'. */
export const listRecordings = (): string[] =>
  readdirSync(fileURLToPath(RECORDINGS), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort();

export const readRecording = (name: string): Interaction[] =>
  recording.parse(readJson(new URL(name, RECORDINGS))).interactions;

export function readExample(name: string): Example {
  const { parameters, responses } = example.parse(readJson(new URL(name, RECORDINGS)));
  return { parameters, body: responses['200'].body };
}

export const readSpecification = (path: string): unknown =>
  readJson(new URL(`specs/specification/${path}`, AZURE));

/** Path of a recorded URL, with doubled slashes made one. */
export const pathOf = (url: string): string => new URL(url).pathname.replace(/\/{2,}/g, '/');

/** The good answers of a recording to calls of a path. */
export const answered = (interactions: Interaction[], method: string, path: RegExp): Interaction[] =>
  interactions.filter(
    ({ request, response }) =>
      request.method === method && response.status === 200 && path.test(pathOf(request.url)),
  );
