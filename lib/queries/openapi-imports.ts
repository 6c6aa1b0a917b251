import 'server-only';
import { z } from 'zod';
import { json, refusal, refusals, unknownId } from './openapi-parts.ts';
import {
  costImport,
  costImportList,
  importId,
  importQuery,
  importStarted,
  rejectedQuery,
} from './schemas/imports.ts';
import { reconcileQuery, reconciliation } from './schemas/reconcile.ts';

const ofImport = { path: z.object({ id: importId }) };
const csv = (description: string) => ({ description, content: { 'text/csv': { schema: z.string() } } });

/** Calls about files of cost. */
export const importPaths = {
  '/api/v1/imports': {
    get: {
      operationId: 'listImports',
      responses: { '200': json('Files of cost, newest first', costImportList), ...refusals },
    },
    post: {
      operationId: 'importFile',
      requestParams: { query: importQuery },
      requestBody: {
        content: {
          'application/octet-stream': { schema: z.file() },
          'multipart/form-data': { schema: z.object({ file: z.file() }) },
        },
      },
      responses: {
        '202': json('The file is here whole, and is being read', importStarted),
        '413': refusal('The file is larger than this server takes'),
        '507': refusal('The disk of the server is full'),
        ...refusals,
      },
    },
  },
  '/api/v1/imports/reconcile': {
    get: {
      operationId: 'reconcileImports',
      requestParams: { query: reconcileQuery },
      responses: { '200': json('A month by each source', reconciliation), ...refusals },
    },
  },
  '/api/v1/imports/{id}': {
    get: {
      operationId: 'getImport',
      requestParams: ofImport,
      responses: { '200': json('What is known of a file', costImport), ...unknownId, ...refusals },
    },
    delete: {
      operationId: 'undoImport',
      requestParams: ofImport,
      responses: { '204': { description: 'It counts no more' }, ...unknownId, ...refusals },
    },
  },
  '/api/v1/imports/{id}/rejected': {
    get: {
      operationId: 'listRejectedLines',
      requestParams: { ...ofImport, query: rejectedQuery },
      responses: { '200': csv('Lines that count nowhere, with reasons'), ...unknownId, ...refusals },
    },
  },
  '/api/v1/imports/{id}/cancel': {
    post: {
      operationId: 'cancelImport',
      requestParams: ofImport,
      responses: {
        '204': { description: 'Given up; nothing of the file is kept' },
        '409': refusal('The import has ended'),
        ...unknownId,
        ...refusals,
      },
    },
  },
};
