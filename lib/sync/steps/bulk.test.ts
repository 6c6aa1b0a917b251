import { beforeAll, beforeEach, expect, it } from 'vitest';
import { startFakeAzure, type FakeAzure, type Reply, type Seen } from '#lib/azure/testing/fake-azure.ts';
import {
  CUSTOMER_TENANT,
  MANAGING_TENANT,
  openTestRoom,
  requireId,
  STARTED_AT_MS,
  SUBSCRIPTION,
} from '#lib/azure/testing/test-room.ts';
import { parseSubscriptionId } from '#lib/core/ids.ts';
import { madeFacts } from '#lib/core/testing/made-facts.ts';
import type { Source } from '#lib/core/statuses.ts';
import { saveSubscriptions } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { listDelegations } from '#lib/db/delegations.ts';
import { listSourceChecks } from '#lib/db/source-checks.ts';
import { findSourceRead, ownRead } from '#lib/db/reads.ts';
import { addSteps, endRun, findStep, insertRun } from '#lib/db/runs.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { saveRead } from '#lib/db/testing/made-reads.ts';
import { listCoverage } from '#lib/db/subscription-reads.ts';
import { Pulse } from '../pulse.ts';
import { runPlanned, type RunContext } from '../run-step.ts';

const OWNER = '00000000-0000-4000-8000-00000000aaaa';

const GRAPH = '/providers/Microsoft.ResourceGraph/resources';
const SECOND = requireId(parseSubscriptionId, '55555555-0000-4000-8000-000000000002');
const CONTRIBUTOR = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
const definitionId = `/subscriptions/${SUBSCRIPTION}/providers/microsoft.managedservices/registrationdefinitions/d1`;

const answer = (data: unknown[], more: object = {}): Reply => ({
  json: { totalRecords: data.length, count: data.length, data, resultTruncated: 'false', ...more },
});

const definition = {
  id: definitionId,
  tenantId: CUSTOMER_TENANT,
  properties: {
    registrationDefinitionName: 'Care',
    managedByTenantId: MANAGING_TENANT,
    provisioningState: 'Succeeded',
    authorizations: [{ principalId: '99999999-0000-4000-8000-000000000001', roleDefinitionId: CONTRIBUTOR }],
  },
};

const assignment = (subscriptionId: string, name: string) => ({
  id: `/subscriptions/${subscriptionId}/providers/Microsoft.ManagedServices/registrationAssignments/${name}`,
  tenantId: CUSTOMER_TENANT,
  subscriptionId,
  properties: { registrationDefinitionId: definitionId.toUpperCase(), provisioningState: 'Succeeded' },
});

const listOf = (subscriptionId: string) =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.ManagedServices/registrationAssignments`;

const listed = (subscriptionId: string, name: string): Reply => {
  const row = assignment(subscriptionId, name);
  const { properties: defined, ...rest } = definition;
  return {
    json: {
      value: [
        {
          ...row,
          type: 'Microsoft.ManagedServices/registrationAssignments',
          name,
          properties: { ...row.properties, registrationDefinition: { ...rest, properties: defined } },
        },
      ],
    },
  };
};

describeOnBothEngines('reading in bulk', (open) => {
  let azure: FakeAzure;
  let db: Db;
  let run: RunContext;

  beforeAll(async () => {
    azure = await startFakeAzure();
    ({ db } = await open());
    await saveRead(db, ownRead('subscriptions'), new Date(STARTED_AT_MS).toISOString(), {
      save: (readId) =>
        saveSubscriptions(
          db,
          readId,
          [SUBSCRIPTION, SECOND].map((subscriptionId) => ({
            ...{ subscriptionId, tenantId: CUSTOMER_TENANT, displayName: 'Shop' },
            ...{ state: 'Enabled', offer: null },
          })),
        ),
    });
    return () => azure.close();
  });

  beforeEach(async () => {
    azure.forget();
    const { room } = openTestRoom(azure.url);
    const deps = {
      ...{
        db,
        room,
        profile: madeFacts().profile,
        billingAccount: null,
        enrolmentMovedAt: null,
        dataDir: '/nowhere',
      },
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      now: () => STARTED_AT_MS,
      newId: () => crypto.randomUUID(),
    };
    const runId = crypto.randomUUID();
    const at = new Date(STARTED_AT_MS).toISOString();
    await insertRun(db, { id: runId, kind: 'full', tenantId: '', requestedBy: 'test', at, owner: OWNER });
    run = {
      deps,
      runId,
      owner: OWNER,
      signal: new AbortController().signal,
      pulse: new Pulse(deps, { runId, owner: OWNER }),
    };
    return () => endRun(db, runId, 'complete', at, null);
  });

  const doStep = async (source: Source) => {
    const step = { ...ownRead(source), way: null, calls: null };
    await addSteps(db, run.runId, [step]);
    await runPlanned(run, step);
    return findStep(db, run.runId, step);
  };
  const held = async () =>
    (await listDelegations(db, [CUSTOMER_TENANT])).map((row) => [
      row.subscriptionId,
      row.definition?.authorizations.map(({ roleDefinitionId }) => roleDefinitionId) ?? null,
    ]);

  it('joins delegations to their definitions through odd casing, over all pages', async () => {
    const pages: Reply[] = [
      answer([definition]),
      answer([assignment(SUBSCRIPTION, 'a1')], { $skipToken: 'next', totalRecords: 2 }),
      answer([assignment(SECOND, 'a2')], { totalRecords: 2 }),
    ];
    azure.on('POST', GRAPH, ...pages);
    expect(await doStep('delegation-definitions')).toMatchObject({ status: 'done' });
    expect(await doStep('delegations')).toMatchObject({ status: 'done', done: 2 });
    expect(await held()).toEqual([
      [SUBSCRIPTION, [CONTRIBUTOR]],
      [SECOND, [CONTRIBUTOR]],
    ]);
    expect(await findSourceRead(db, ownRead('delegations'))).toMatchObject({ way: 'resource-graph' });
    const coverage = await listCoverage(db, ['delegations'], [SUBSCRIPTION, SECOND]);
    expect(coverage.map(({ unreadReason }) => unreadReason)).toEqual([null, null]);
  });

  it('reads the lists where Resource Graph sends fewer rows than it announces', async () => {
    azure.on(
      'POST',
      GRAPH,
      answer([definition]),
      answer([assignment(SUBSCRIPTION, 'a1')], { totalRecords: 2 }),
    );
    azure.on('GET', listOf(SUBSCRIPTION), listed(SUBSCRIPTION, 'a1'));
    azure.on('GET', listOf(SECOND), listed(SECOND, 'a2'));
    await doStep('delegation-definitions');
    expect(await doStep('delegations')).toMatchObject({ status: 'done', way: 'list' });
    expect(await held()).toHaveLength(2);
  });

  it('is not whole where the list of a subscription shows a delegation that Resource Graph lacks', async () => {
    azure.on('POST', GRAPH, answer([definition]), answer([assignment(SUBSCRIPTION, 'a1')]));
    azure.on('GET', listOf(SUBSCRIPTION), listed(SUBSCRIPTION, 'a1'));
    azure.on('GET', listOf(SECOND), listed(SECOND, 'a2'));
    await doStep('delegation-definitions');
    expect(await doStep('delegations')).toMatchObject({
      ...{ status: 'failed', way: 'resource-graph', expected: 1, read: 1 },
      error: { kind: 'sources-differ' },
    });
    expect(await listSourceChecks(db)).toMatchObject([
      { check: 'delegations-by-list', compared: 2, differing: 1 },
    ]);
  });

  it('keeps what Resource Graph showed where the token is refused for the list of a subscription', async () => {
    azure.on('POST', GRAPH, answer([definition]), answer([assignment(SUBSCRIPTION, 'a1')]));
    azure.on('GET', listOf(SUBSCRIPTION), listed(SUBSCRIPTION, 'a1'));
    azure.on('GET', listOf(SECOND), { status: 401, json: { error: { code: 'ExpiredAuthenticationToken' } } });
    await doStep('delegation-definitions');
    expect(await doStep('delegations')).toMatchObject({ status: 'done', way: 'resource-graph' });
    expect(await held()).toEqual([[SUBSCRIPTION, [CONTRIBUTOR]]]);
    expect(await listSourceChecks(db)).toMatchObject([
      { check: 'delegations-by-list', compared: 1, differing: 0 },
    ]);
  });

  it('asks for a delegation by itself where Resource Graph shows no definition of it', async () => {
    const other = { ...definition, id: `${definitionId}-other` };
    azure.on('POST', GRAPH, answer([other]), answer([assignment(SUBSCRIPTION, 'a1')]));
    azure.on('GET', listOf(SUBSCRIPTION), listed(SUBSCRIPTION, 'a1'));
    await doStep('delegation-definitions');
    expect(await doStep('delegations')).toMatchObject({ status: 'done', way: 'resource-graph' });
    expect(await held()).toEqual([[SUBSCRIPTION, [CONTRIBUTOR]]]);
  });

  it('reads the list of each subscription where Resource Graph refuses, and says by which way', async () => {
    azure.on('POST', GRAPH, { status: 403, json: { error: { code: 'AccessDenied', message: 'no' } } });
    azure.on('GET', listOf(SUBSCRIPTION), listed(SUBSCRIPTION, 'a1'));
    azure.on('GET', listOf(SECOND), { json: { value: [] } });
    expect(await doStep('delegations')).toMatchObject({ status: 'done', way: 'list', total: 2 });
    expect(await held()).toEqual([[SUBSCRIPTION, [CONTRIBUTOR]]]);
    expect(await findSourceRead(db, ownRead('delegations'))).toMatchObject({ way: 'list', outcome: 'done' });
  });

  it('keeps the subscriptions that it may read, and names those that it may not', async () => {
    const refusal: Reply = { status: 403, json: { error: { code: 'AuthorizationFailed', message: 'no' } } };
    azure.on('POST', GRAPH, refusal);
    azure.on('GET', listOf(SUBSCRIPTION), listed(SUBSCRIPTION, 'a1'));
    azure.on('GET', listOf(SECOND), refusal);
    expect(await doStep('delegations')).toMatchObject({
      status: 'forbidden',
      error: { message: expect.stringContaining('1 of 2 subscriptions') },
    });
    const [second] = await listCoverage(db, ['delegations'], [SECOND]);
    expect(second).toMatchObject({
      unreadReason: 'forbidden',
      missingRight: expect.stringContaining('Reader'),
    });
  });

  it('ends at a link to a host that is not Azure, and tries no other way', async () => {
    const listing = listed(SUBSCRIPTION, 'a1');
    azure.on('POST', GRAPH, answer([definition]), answer([assignment(SUBSCRIPTION, 'a1')]));
    for (const id of [SUBSCRIPTION, SECOND]) {
      const json = {
        ...('json' in listing ? (listing.json as object) : {}),
        nextLink: 'https://evil.example/next',
      };
      azure.on('GET', listOf(id), { json });
    }
    await doStep('delegation-definitions');
    const before = azure.calls().length;
    expect(await doStep('delegations')).toMatchObject({
      status: 'failed',
      error: { kind: 'foreign-host', missingRight: null },
    });
    expect(azure.calls().slice(before)).toHaveLength(2);
    // What Resource Graph showed was no part of it.
    expect(await held()).toEqual([[SUBSCRIPTION, [CONTRIBUTOR]]]);
  });

  it('asks no other way with a token that Entra refuses', async () => {
    const refused: Reply = {
      status: 401,
      json: { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret' },
    };
    azure.on('POST', `/${MANAGING_TENANT}/oauth2/v2.0/token`, refused);
    const step = await doStep('role-assignments');
    expect(step?.status).toBe('failed');
    expect(azure.calls().map(({ path }: Seen) => path)).toEqual([]);
  });
});
