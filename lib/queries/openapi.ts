import 'server-only';
import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import { importPaths } from './openapi-imports.ts';
import { exportPaths, setupPaths, viewPaths } from './openapi-lists.ts';
import { json, jsonBody, refusal, refusals, unknownId } from './openapi-parts.ts';
import { syncPaths } from './openapi-sync.ts';
import { auditList, auditQuery } from './schemas/audit.ts';
import { customerDetail, customerList, customerQuery, customersQuery } from './schemas/customers.ts';
import { costList, costsQuery } from './schemas/costs.ts';
import { linkList, linksQuery } from './schemas/links.ts';
import { changeList, changesQuery } from './schemas/changes.ts';
import {
  changedFindings,
  findingChange,
  findingDetail,
  findingList,
  findingsChange,
  findingsQuery,
  findingsUndo,
  undoneFindings,
} from './schemas/findings.ts';
import { overview, overviewQuery } from './schemas/overview.ts';
import {
  attestation,
  attestationRestored,
  attestationWithdrawal,
  attestationWithdrawn,
  ownLink,
  ownLinkChange,
  ownLinkCheck,
  ownLinkRemoval,
} from './schemas/own-link.ts';
import { ownerChange, peopleList, personChange, sessionsEnd } from './schemas/people.ts';
import { roleList, rolesQuery } from './schemas/roles.ts';
import { settingsChange, settingsPage } from './schemas/settings.ts';
import { guid } from './schemas/shared.ts';
import {
  subscriptionDetail,
  subscriptionList,
  subscriptionQuery,
  subscriptionsQuery,
} from './schemas/subscriptions.ts';
import { runStarted } from './schemas/sync.ts';

/** Its fields are documented with the file's format; programs hand it on as it is. */
const factsFile = z
  .looseObject({ format: z.literal('pecboard-facts'), version: z.number().int(), period: z.string() })
  .meta({ id: 'FactsFile' });

const linkRefusals = {
  '409': refusal('Entra or Azure refused, in its own words; or the server may not act for people'),
  '422': refusal('Not a location partner ID of ours'),
  ...refusals,
};

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
      ...exportPaths,
      ...setupPaths,
      ...viewPaths,
      ...importPaths,
      ...syncPaths,
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
      '/api/v1/findings/undo': {
        post: {
          operationId: 'undoFindings',
          requestBody: jsonBody(findingsUndo),
          responses: { '200': json('Which are again as they were', undoneFindings), ...refusals },
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
      '/api/v1/settings': {
        get: {
          operationId: 'getSettings',
          responses: {
            '200': json('What can be changed, what is configured, what could not be read', settingsPage),
            ...refusals,
          },
        },
        put: {
          operationId: 'changeSettings',
          requestBody: jsonBody(settingsChange),
          responses: { '204': { description: 'Saved' }, ...refusals },
        },
      },
      '/api/v1/settings/people/sessions': {
        delete: {
          operationId: 'endSessions',
          requestBody: jsonBody(sessionsEnd),
          responses: {
            '204': { description: 'Every session of the person has ended' },
            ...unknownId,
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
          responses: { '200': json('Withdrawn', attestationWithdrawn), ...unknownId, ...refusals },
        },
      },
      '/api/v1/links/attestations/restore': {
        post: {
          operationId: 'restoreAttestation',
          requestBody: jsonBody(attestationRestored),
          responses: {
            '204': { description: 'It counts again' },
            '409': refusal('It was not you, or something newer was said of the identity'),
            ...refusals,
          },
        },
      },
      '/api/v1/roles': {
        get: {
          operationId: 'listRoles',
          requestParams: { query: rolesQuery },
          responses: { '200': json('Roles', roleList), ...refusals },
        },
      },
    },
  });
