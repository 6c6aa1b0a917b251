import type { QueryDefinition } from '@azure/arm-costmanagement';
import {
  createHttpHeaders,
  createPipelineRequest,
  type Pipeline,
  type PipelinePolicy,
} from '@azure/core-rest-pipeline';
import type { Caller } from '../caller.ts';
import { converse } from '../conversation.ts';
import { refuseDeadLink } from '../destination.ts';
import { AzureFailure } from '../failure.ts';
import { openCostClient } from './client.ts';
import { AMOUNT, AMOUNT_USD } from './map.ts';
import { costTable, type CostTable } from './wire.ts';

export type CostQuery = {
  /** Without a leading slash: the SDK would double it. */
  scope: string;
  definition: QueryDefinition;
  /** The nextLink to go on with; null begins at the first page. */
  resume: string | null;
};

const subject = { source: 'cost-query', audience: 'resource-manager' } as const;

/** A page has 1,000 rows unless more are asked for (contracts.md section 5.1, 2026-11-21). */
const LARGE_PAGE = 5_000;

const askForLargePage: PipelinePolicy = {
  name: 'askForLargePage',
  sendRequest(request, next) {
    const url = new URL(request.url);
    url.searchParams.set('$top', String(LARGE_PAGE));
    request.url = url.href;
    return next(request);
  },
};

const isRejected = (error: unknown): boolean => error instanceof AzureFailure && error.kind === 'rejected';

/** Asks with large pages; a server that refuses them is asked again without, and says what else is wrong. */
async function beginLarge<Answer>(pipeline: Pipeline, begin: () => Promise<Answer>): Promise<Answer> {
  pipeline.addPolicy(askForLargePage);
  try {
    return await begin();
  } catch (error) {
    if (!isRejected(error)) throw error;
    pipeline.removePolicy({ name: askForLargePage.name });
    return await begin();
  } finally {
    pipeline.removePolicy({ name: askForLargePage.name });
  }
}

const AMOUNTS: ReadonlySet<string> = new Set([AMOUNT, AMOUNT_USD].map((name) => name.toLowerCase()));

/** What the first row of a page is of, but for its amounts, which may grow while they are read. */
function firstOf({ properties: { columns, rows } }: CostTable): string | null {
  const [first] = rows;
  if (first === undefined) return null;
  return JSON.stringify(first.filter((_, index) => !AMOUNTS.has(columns[index]?.name.toLowerCase() ?? '')));
}

/** A link that leads back to a page would count its cost twice. */
function refuseRepeats(): (page: CostTable) => void {
  const firsts = new Set<string>();
  return (page) => {
    const first = firstOf(page);
    if (first === null) return;
    if (!firsts.has(first)) return void firsts.add(first);
    const message = 'rows: a page came twice';
    throw new AzureFailure({ kind: 'malformed', source: subject.source, message });
  };
}

/** The SDK never follows nextLink: each further page is the same body posted to it (contracts.md section 5.1). */
export async function* readCostPages(caller: Caller, query: CostQuery): AsyncGenerator<CostTable> {
  const { scope, definition } = query;
  const { client, answer } = converse(caller, subject, openCostClient);
  const begin = () => answer(costTable, () => client.query.usage(scope, definition));
  const goOn = (url: string) =>
    answer(costTable, () =>
      client.sendRequest(
        createPipelineRequest({
          url,
          method: 'POST',
          headers: createHttpHeaders({ 'Content-Type': 'application/json', Accept: 'application/json' }),
          body: JSON.stringify(definition),
        }),
      ),
    );
  const requireNew = refuseRepeats();
  let next = query.resume;
  do {
    const page: CostTable | null =
      next === null
        ? await beginLarge(client.pipeline, begin)
        : await goOn(next).catch(refuseDeadLink(subject.source));
    if (page === null) return;
    requireNew(page);
    yield page;
    next = page.properties.nextLink || null;
  } while (next !== null);
}
