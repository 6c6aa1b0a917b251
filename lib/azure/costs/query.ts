import type { QueryDefinition } from '@azure/arm-costmanagement';
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import type { Caller } from '../caller.ts';
import { converse } from '../conversation.ts';
import { openCostClient } from './client.ts';
import { costTable, type CostTable } from './wire.ts';

export type CostQuery = {
  /** Without a leading slash: the SDK would double it. */
  scope: string;
  definition: QueryDefinition;
  /** The nextLink to go on with; null begins at the first page. */
  resume: string | null;
};

const subject = { source: 'cost-query', audience: 'resource-manager' } as const;

/** The SDK never follows nextLink: each further page is the same body posted to it (contracts.md section 5.1). */
export async function* readCostPages(caller: Caller, query: CostQuery): AsyncGenerator<CostTable> {
  const { scope, definition } = query;
  const { client, answer } = converse(caller, subject, openCostClient);
  const begin = () => client.query.usage(scope, definition);
  const goOn = (url: string) => () =>
    client.sendRequest(
      createPipelineRequest({
        url,
        method: 'POST',
        headers: createHttpHeaders({ 'Content-Type': 'application/json', Accept: 'application/json' }),
        body: JSON.stringify(definition),
      }),
    );
  let next = query.resume;
  do {
    const page: CostTable | null = await answer(costTable, next === null ? begin : goOn(next));
    if (page === null) return;
    yield page;
    next = page.properties.nextLink || null;
  } while (next !== null);
}
