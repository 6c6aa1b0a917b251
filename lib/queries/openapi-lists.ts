import 'server-only';
import { z } from 'zod';
import { json, jsonBody, refusal, refusals, unknownId } from './openapi-parts.ts';
import { exportQueries } from './schemas/exports.ts';
import { searchAnswer, searchQuery } from './schemas/search.ts';
import { setup, setupChange, setupStep } from './schemas/setup.ts';
import { savedView, savedViewList, viewChange, viewName } from './schemas/views.ts';

const FILES = {
  'text/csv': { schema: z.string() },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: z.file() },
};

/** Calls that give every list as a file. */
export const exportPaths = Object.fromEntries(
  Object.entries(exportQueries).map(([list, query]) => [
    `/api/v1/${list}/export`,
    {
      get: {
        operationId: `export${list[0]?.toUpperCase() ?? ''}${list.slice(1)}`,
        requestParams: { query },
        responses: {
          '200': { description: 'All rows that match, as a file', content: FILES },
          ...refusals,
        },
      },
    },
  ]),
);

/** Calls about what is connected. */
export const setupPaths = {
  '/api/v1/setup': {
    get: {
      operationId: 'getSetup',
      responses: { '200': json('What is connected, and what each missing right hides', setup), ...refusals },
    },
  },
  '/api/v1/setup/{step}': {
    put: {
      operationId: 'setAsideStep',
      requestParams: { path: z.object({ step: setupStep }) },
      requestBody: jsonBody(setupChange),
      responses: {
        '204': { description: 'Saved for whoever asks' },
        '409': refusal('Without it the pages may be wrong as a whole'),
        ...refusals,
      },
    },
  },
};

/** Calls that find things, and that keep views. */
export const viewPaths = {
  '/api/v1/search': {
    get: {
      operationId: 'findAnything',
      requestParams: { query: searchQuery },
      responses: { '200': json('Customers, subscriptions and roles', searchAnswer), ...refusals },
    },
  },
  '/api/v1/views': {
    get: {
      operationId: 'listViews',
      responses: { '200': json("One's own named views, and shared ones", savedViewList), ...refusals },
    },
  },
  '/api/v1/views/{name}': {
    get: {
      operationId: 'getView',
      requestParams: { path: z.object({ name: viewName }) },
      responses: { '200': json('A named view', savedView), ...unknownId, ...refusals },
    },
    put: {
      operationId: 'saveView',
      requestParams: { path: z.object({ name: viewName }) },
      requestBody: jsonBody(viewChange),
      responses: {
        '204': { description: 'Saved' },
        '409': refusal('One has too many views'),
        '412': refusal('With If-None-Match: *, where there is one of the name'),
        ...refusals,
      },
    },
    delete: {
      operationId: 'deleteView',
      requestParams: { path: z.object({ name: viewName }) },
      responses: { '204': { description: 'Forgotten' }, ...unknownId, ...refusals },
    },
  },
};
