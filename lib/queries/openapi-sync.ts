import 'server-only';
import { z } from 'zod';
import { RUN_REQUESTS } from '#lib/core/sync-run.ts';
import { json, refusal, refusals, unknownId } from './openapi-parts.ts';
import { guid } from './schemas/shared.ts';
import {
  runsQuery,
  runStarted,
  syncPlan,
  syncRunChange,
  syncRunDetail,
  syncRunList,
} from './schemas/sync.ts';
import { work, workQuery } from './schemas/work.ts';

/** Calls about runs that read Azure. */
export const syncPaths = {
  '/api/v1/work': {
    get: {
      operationId: 'getWork',
      requestParams: { query: workQuery },
      responses: { '200': json('What goes on now, in short', work), ...refusals },
    },
  },
  '/api/v1/sync/plan': {
    get: {
      operationId: 'getSyncPlan',
      responses: {
        '200': json('What a full run would do now, and in how many requests', syncPlan),
        '409': refusal('Azure is not configured'),
        ...refusals,
      },
    },
  },
  '/api/v1/sync/runs': {
    get: {
      operationId: 'listSyncRuns',
      requestParams: { query: runsQuery },
      responses: { '200': json('Sync runs, newest first', syncRunList), ...refusals },
    },
    post: {
      operationId: 'startSyncRun',
      responses: {
        '202': json('Started', runStarted),
        '409': refusal('A run is under way, or Azure is not configured'),
        '500': refusal('Internal error'),
      },
    },
  },
  '/api/v1/sync/runs/{id}': {
    get: {
      operationId: 'getSyncRun',
      requestParams: { path: z.object({ id: guid }) },
      responses: { '200': json('A run with its steps', syncRunDetail), ...unknownId, ...refusals },
    },
  },
  '/api/v1/sync/runs/{id}/events': {
    get: {
      operationId: 'followSyncRun',
      requestParams: { path: z.object({ id: guid }) },
      responses: {
        '200': {
          description:
            'Events until the run has ended: `run`, a SyncRunDetail, first; then `change`, a SyncRunChange',
          content: { 'text/event-stream': { schema: z.union([syncRunDetail, syncRunChange]) } },
        },
        ...unknownId,
        '429': refusal('Too many open streams'),
        '500': refusal('Internal error'),
      },
    },
  },
  ...Object.fromEntries(
    RUN_REQUESTS.map((request) => [
      `/api/v1/sync/runs/{id}/${request}`,
      {
        post: {
          operationId: `${request}SyncRun`,
          requestParams: { path: z.object({ id: guid }) },
          responses: {
            '202': json('Done, or so already', runStarted),
            '409': refusal('The run has ended'),
            ...unknownId,
            ...refusals,
          },
        },
      },
    ]),
  ),
};
