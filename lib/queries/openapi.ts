import 'server-only';
import { z } from 'zod';
import { RUN_REQUESTS } from '#lib/core/sync-run.ts';
import { createDocument } from 'zod-openapi';
import { auditList, auditQuery } from './schemas/audit.ts';
import { customerDetail, customerList, customerQuery, customersQuery } from './schemas/customers.ts';
import { costList, costsQuery } from './schemas/costs.ts';
import { costImport, costImportList, importId, importQuery } from './schemas/imports.ts';
import { linkList, linksQuery } from './schemas/links.ts';
import { changeList, changesQuery } from './schemas/changes.ts';
import {
  changedFindings,
  findingChange,
  findingDetail,
  findingList,
  findingsChange,
  findingsQuery,
} from './schemas/findings.ts';
import { overview, overviewQuery } from './schemas/overview.ts';
import {
  attestation,
  attestationWithdrawal,
  ownLink,
  ownLinkChange,
  ownLinkCheck,
  ownLinkRemoval,
} from './schemas/own-link.ts';
import { ownerChange, peopleList, personChange } from './schemas/people.ts';
import { roleList, rolesQuery } from './schemas/roles.ts';
import { guid } from './schemas/shared.ts';
import {
  subscriptionDetail,
  subscriptionList,
  subscriptionQuery,
  subscriptionsQuery,
} from './schemas/subscriptions.ts';
import {
  runsQuery,
  runStarted,
  syncPlan,
  syncRunChange,
  syncRunDetail,
  syncRunList,
} from './schemas/sync.ts';

const problem = z
  .object({
    type: z.string(),
    status: z.number().int(),
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ parameter: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457, with a stable code' });

/** Its fields are documented with the file's format; programs hand it on as it is. */
const factsFile = z
  .looseObject({ format: z.literal('pecboard-facts'), version: z.number().int(), period: z.string() })
  .meta({ id: 'FactsFile' });

const json = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
});
const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

const jsonBody = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

const refusals = {
  '400': refusal('A parameter is unknown or wrong'),
  '401': refusal('Nobody has signed in, or the token is refused'),
  '403': refusal('The role is missing'),
  '500': refusal('Internal error'),
};
const linkRefusals = {
  '409': refusal('Entra or Azure refused, in its own words; or the server may not act for people'),
  '422': refusal('Not a location partner ID of ours'),
  ...refusals,
};
const unknownId = { '404': refusal('No such id') };

/** The JSON API, described by the schemas that validate its questions and type its answers. */
export const openApiDocument = (): object =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Pecboard',
      version: '1',
      description:
        'Which Azure subscriptions are linked, which roles earn partner earned credit, which costs got it.',
    },
    paths: {
      '/api/v1/overview': {
        get: {
          operationId: 'getOverview',
          requestParams: { query: overviewQuery },
          responses: { '200': json('One month over all customers', overview), ...refusals },
        },
      },
      '/api/v1/customers': {
        get: {
          operationId: 'listCustomers',
          requestParams: { query: customersQuery },
          responses: { '200': json('Customers', customerList), ...refusals },
        },
      },
      '/api/v1/customers/{tenantId}': {
        get: {
          operationId: 'getCustomer',
          requestParams: { path: z.object({ tenantId: guid }), query: customerQuery },
          responses: { '200': json("One customer's month", customerDetail), ...unknownId, ...refusals },
        },
      },
      '/api/v1/customers/{tenantId}/refresh': {
        post: {
          operationId: 'refreshCustomer',
          requestParams: { path: z.object({ tenantId: guid }) },
          responses: {
            '202': json('The run that reads this customer now, just started or under way', runStarted),
            '409': refusal('Azure is not configured'),
            ...unknownId,
            ...refusals,
          },
        },
      },
      '/api/v1/subscriptions': {
        get: {
          operationId: 'listSubscriptions',
          requestParams: { query: subscriptionsQuery },
          responses: { '200': json('Subscriptions', subscriptionList), ...refusals },
        },
      },
      '/api/v1/subscriptions/{subscriptionId}': {
        get: {
          operationId: 'getSubscription',
          requestParams: { path: z.object({ subscriptionId: guid }), query: subscriptionQuery },
          responses: {
            '200': json("One subscription's month", subscriptionDetail),
            ...unknownId,
            ...refusals,
          },
        },
      },
      '/api/v1/subscriptions/{subscriptionId}/facts': {
        get: {
          operationId: 'exportFacts',
          requestParams: { path: z.object({ subscriptionId: guid }), query: subscriptionQuery },
          responses: {
            '200': json('The facts file that `npm run judge` reads', factsFile),
            ...unknownId,
            ...refusals,
          },
        },
      },
      '/api/v1/costs': {
        get: {
          operationId: 'listCosts',
          requestParams: { query: costsQuery },
          responses: { '200': json('Cost of a month by the keys asked for', costList), ...refusals },
        },
      },
      '/api/v1/links': {
        get: {
          operationId: 'listLinks',
          requestParams: { query: linksQuery },
          responses: { '200': json('Identities in use, and what each is linked to', linkList), ...refusals },
        },
      },
      '/api/v1/findings': {
        get: {
          operationId: 'listFindings',
          requestParams: { query: findingsQuery },
          responses: { '200': json('Findings, with their groups by cause', findingList), ...refusals },
        },
        patch: {
          operationId: 'changeFindings',
          requestBody: { content: { 'application/json': { schema: findingsChange } } },
          responses: {
            '200': json('Which were changed', changedFindings),
            '422': refusal('The owner is not known'),
            ...refusals,
          },
        },
      },
      '/api/v1/findings/{id}': {
        get: {
          operationId: 'getFinding',
          requestParams: { path: z.object({ id: guid }) },
          responses: { '200': json('A finding with its history', findingDetail), ...unknownId, ...refusals },
        },
        patch: {
          operationId: 'changeFinding',
          requestParams: { path: z.object({ id: guid }) },
          requestBody: { content: { 'application/json': { schema: findingChange } } },
          responses: {
            '200': json('The finding as it is now', findingDetail),
            '422': refusal('The owner is not known'),
            ...unknownId,
            ...refusals,
          },
        },
      },
      '/api/v1/changes': {
        get: {
          operationId: 'listChanges',
          requestParams: { query: changesQuery },
          responses: { '200': json('What changed between syncs, newest first', changeList), ...refusals },
        },
      },
      '/api/v1/customers/{tenantId}/owner': {
        put: {
          operationId: 'setCustomerOwner',
          requestParams: { path: z.object({ tenantId: guid }) },
          requestBody: jsonBody(ownerChange),
          responses: { '204': { description: 'Saved' }, ...unknownId, ...refusals },
        },
      },
      '/api/v1/audit': {
        get: {
          operationId: 'listAudit',
          requestParams: { query: auditQuery },
          responses: {
            '200': json('Who did what, newest first; for administrators', auditList),
            ...refusals,
          },
        },
      },
      '/api/v1/settings/people': {
        get: {
          operationId: 'listPeople',
          responses: {
            '200': json('People and the customers they see; for administrators', peopleList),
            ...refusals,
          },
        },
        put: {
          operationId: 'savePerson',
          requestBody: jsonBody(personChange),
          responses: {
            '204': { description: 'Saved' },
            '422': refusal('Nobody, or no customer, has this id'),
            ...refusals,
          },
        },
      },
      '/api/v1/links/me/check': {
        post: {
          operationId: 'checkOwnLink',
          requestBody: jsonBody(ownLinkCheck),
          responses: {
            '200': json('The link of the person who asks, as Azure says', ownLink),
            ...linkRefusals,
          },
        },
      },
      '/api/v1/links/me': {
        put: {
          operationId: 'setOwnLink',
          requestBody: jsonBody(ownLinkChange),
          responses: { '200': json('The link after the change, as Azure says', ownLink), ...linkRefusals },
        },
        delete: {
          operationId: 'removeOwnLink',
          requestBody: jsonBody(ownLinkRemoval),
          responses: { '200': json('The link after the removal, as Azure says', ownLink), ...linkRefusals },
        },
      },
      '/api/v1/links/attestations': {
        post: {
          operationId: 'attestLink',
          requestBody: jsonBody(attestation),
          responses: {
            '204': { description: 'Saved' },
            '422': refusal('It would not expire within a year'),
            ...refusals,
          },
        },
        delete: {
          operationId: 'withdrawAttestation',
          requestBody: jsonBody(attestationWithdrawal),
          responses: { '204': { description: 'Withdrawn' }, ...unknownId, ...refusals },
        },
      },
      '/api/v1/roles': {
        get: {
          operationId: 'listRoles',
          requestParams: { query: rolesQuery },
          responses: { '200': json('Roles', roleList), ...refusals },
        },
      },
      '/api/v1/imports': {
        get: {
          operationId: 'listImports',
          responses: { '200': json('Imported files of cost, newest first', costImportList), ...refusals },
        },
        post: {
          operationId: 'importFile',
          requestParams: { query: importQuery },
          requestBody: { content: { 'application/octet-stream': { schema: z.file() } } },
          responses: {
            '200': json('The same file was imported before', costImport),
            '201': json('Imported as a whole', costImport),
            '413': refusal('The file has more than 250 MB'),
            '422': refusal('The file is not what it should be; nothing of it was imported'),
            ...refusals,
          },
        },
      },
      '/api/v1/imports/{id}': {
        get: {
          operationId: 'getImport',
          requestParams: { path: z.object({ id: importId }) },
          responses: { '200': json('An imported file', costImport), ...unknownId, ...refusals },
        },
        delete: {
          operationId: 'undoImport',
          requestParams: { path: z.object({ id: importId }) },
          responses: {
            '204': { description: 'What was before counts again' },
            ...unknownId,
            ...refusals,
          },
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
            '500': refusal('Internal error'),
          },
        },
      },
    },
  });
