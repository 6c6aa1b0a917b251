import { ResourceGraphClient, type QueryRequest } from '@azure/arm-resourcegraph';
import type { FullOperationResponse } from '@azure-rest/core-client';
import type { z } from 'zod';
import type { SubscriptionId } from '#lib/core/ids.ts';
import type { Caller } from '../caller.ts';
import { announcedTotal } from '../announced-total.ts';
import { converse, pipelineCredential } from '../conversation.ts';
import { AzureFailure } from '../failure.ts';
import { graphAnswer } from './wire.ts';

export type GraphQuestion = {
  /** null: all that the token sees. */
  subscriptions: readonly SubscriptionId[] | null;
  /** `next` of the last page that was kept, or null to begin. */
  resume: string | null;
};

export type GraphPage<Row> = { rows: Row[]; next: string | null };

type Query<Row> = GraphQuestion & { query: string; row: z.ZodType<Row> };

const subject = { source: 'resource-graph', audience: 'resource-manager' } as const;
const ROWS_PER_PAGE = 1_000;

function refuseLimitHit({ headers }: FullOperationResponse): void {
  if (headers.get('x-ms-tenant-subscription-limit-hit')?.toLowerCase() !== 'true') return;
  throw new AzureFailure({
    kind: 'too-many-subscriptions',
    source: subject.source,
    message: 'Resource Graph answered for 10,000 subscriptions only: ask for groups of subscriptions',
  });
}

/** Goes on as long as there is a token: 'resultTruncated' was recorded "false" beside one (contracts.md section 3). */
export async function* askResourceGraph<Row>(
  caller: Caller,
  { query, row, subscriptions, resume }: Query<Row>,
): AsyncGenerator<GraphPage<Row>> {
  const { client, answer } = converse(
    caller,
    subject,
    (options) => new ResourceGraphClient(pipelineCredential, options),
  );
  const page = graphAnswer(row);
  let token = resume;
  let isFurther = resume !== null;
  do {
    const question: QueryRequest = {
      query,
      options: {
        top: ROWS_PER_PAGE,
        resultFormat: 'objectArray',
        ...(token === null ? {} : { skipToken: token }),
      },
      ...(subscriptions === null ? {} : { subscriptions: [...subscriptions] }),
    };
    const read = await answer(page, () => client.resources(question, { onResponse: refuseLimitHit }));
    if (read === null) return;
    token = read.$skipToken || null;
    if (token === null && read.resultTruncated?.toLowerCase() === 'true') {
      const message = 'resultTruncated: rows are lost, for there is no $skipToken to go on with';
      throw new AzureFailure({ kind: 'malformed', source: subject.source, message });
    }
    caller.onPage({
      rows: read.data.length,
      announced: isFurther ? 'unchanged' : announcedTotal(read),
      next: null,
    });
    isFurther = true;
    yield { rows: read.data, next: token };
  } while (token !== null);
}
