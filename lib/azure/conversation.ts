import type { TokenCredential } from '@azure/core-auth';
import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineRequest,
  type Pipeline,
} from '@azure/core-rest-pipeline';
import type { z } from 'zod';
import type { Caller } from './caller.ts';
import { announcedTotal, itemsOf } from './announced-total.ts';
import { refuseDeadLink } from './destination.ts';
import { AzureFailure, OwnFault, type ApiName } from './failure.ts';
import { adoptPipeline, USER_AGENT } from './pipeline.ts';
import { nextOf } from './rest-pages.ts';
import { endpointOf, scopeOf, type Audience } from './settings.ts';
import { parseWire } from './wire.ts';

export type SdkOptions = {
  endpoint: string;
  userAgentOptions: { userAgentPrefix: string };
};

/** SDK constructors want a credential; the pipeline attaches the token itself. */
export const pipelineCredential: TokenCredential = { getToken: () => Promise.resolve(null) };

/** One listing or one question: an SDK client whose answers are taken raw, page by page. */
export type Conversation<Client> = {
  client: Client;
  /** One parsed page for each step of the SDK's own iterator. */
  pages<Page>(schema: z.ZodType<Page>, steps: AsyncIterable<unknown>): AsyncGenerator<Page>;
  /** The parsed answer; null when Azure answered with an empty body. */
  answer<Shape>(schema: z.ZodType<Shape>, ask: () => PromiseLike<unknown>): Promise<Shape | null>;
};

type Subject = { source: ApiName; audience: Audience };

/** Holds the answers of the step under way: parsed JSON, undefined for an empty body. */
function listen(source: ApiName) {
  const answers: unknown[] = [];
  return {
    onAnswer: (answer: unknown) => answers.push(answer),
    latest: (): unknown => answers.at(-1),
    /** An SDK that stumbles over a shape says so in its own words; our schema names the field. */
    async settle<Value, Shape>(schema: z.ZodType<Shape>, work: () => PromiseLike<Value>): Promise<Value> {
      answers.length = 0;
      try {
        return await work();
      } catch (error) {
        if (error instanceof AzureFailure || error instanceof OwnFault) throw error;
        if (answers.length > 0) parseWire(source, schema, answers.at(-1));
        const message = error instanceof Error ? error.message : 'the answer could not be read';
        throw new AzureFailure({ kind: 'malformed', source, message });
      }
    },
  };
}

const linkIn = (answer: unknown): string | null =>
  nextOf(answer, 'nextLink') ?? nextOf(answer, '@odata.nextLink');

let http: ReturnType<typeof createDefaultHttpClient> | null = null;

/** A list from one of its links on, whichever client began it. */
async function* followLinks(pipeline: Pipeline, from: string, latest: () => unknown): AsyncGenerator<void> {
  http ??= createDefaultHttpClient();
  for (let url: string | null = from; url !== null;) {
    const headers = createHttpHeaders({ Accept: 'application/json' });
    await pipeline.sendRequest(http, createPipelineRequest({ url, method: 'GET', headers }));
    // Answers are forgotten before the next is asked for.
    url = linkIn(latest());
    yield;
  }
}

export function converse<Client extends { pipeline: Pipeline }>(
  caller: Caller,
  { source, audience }: Subject,
  openClient: (options: SdkOptions) => Client,
): Conversation<Client> {
  const endpoint = endpointOf(caller.settings, audience);
  const { origin } = new URL(endpoint);
  const client = openClient({ endpoint, userAgentOptions: { userAgentPrefix: USER_AGENT } });
  const { onAnswer, latest, settle } = listen(source);
  const token = () => caller.token(scopeOf(caller.settings, audience));
  adoptPipeline(client.pipeline, { ...caller, source, origin, token, onAnswer });
  return {
    client,
    async *pages(schema, steps) {
      const { link } = caller.resumed;
      const begun = link === null ? steps : followLinks(client.pipeline, link, latest);
      const iterator = begun[Symbol.asyncIterator]();
      for (let first = link === null; ; first = false) {
        const following = settle(schema, () => iterator.next());
        const step = await (first ? following : following.catch(refuseDeadLink(source)));
        if (step.done === true) return;
        const page = parseWire(source, schema, latest());
        caller.onPage({
          rows: itemsOf(latest()),
          announced: first ? announcedTotal(latest()) : 'unchanged',
          next: linkIn(latest()),
        });
        yield page;
      }
    },
    async answer(schema, ask) {
      await settle(schema, ask);
      const answer = latest();
      return answer === undefined ? null : parseWire(source, schema, answer);
    },
  };
}
