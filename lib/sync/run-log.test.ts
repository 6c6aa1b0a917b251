import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useFakeAzure } from '#lib/azure/testing/azure-suite.ts';
import { openTestRoom } from '#lib/azure/testing/test-room.ts';
import { CUSTOMER, madeFacts, SUBSCRIPTION } from '#lib/core/testing/made-facts.ts';
import { type Database, openDatabase } from '#lib/db/client.ts';
import { saveSubscriptions } from '#lib/db/customers.ts';
import { ownRead } from '#lib/db/reads.ts';
import { insertRun, type RunScope } from '#lib/db/runs.ts';
import { createPostgres } from '#lib/db/testing/engines.ts';
import { saveRead } from '#lib/db/testing/made-reads.ts';
import { startActive } from './active-runs.ts';
import { FULL_RUN, refreshOf } from './claim-run.ts';
import type { SyncDeps } from './deps.ts';

const AT = '2026-04-15T12:00:00.000Z';
const azure = useFakeAzure();

let database: Database;
const lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  database = await openDatabase({ kind: 'postgres', url: await createPostgres('template_of_tests') });
});
afterAll(() => database.close());

const log = (facts: object, message: string) => void lines.push({ ...facts, message });

async function runToItsEnd(of: RunScope): Promise<string> {
  const [runId, owner] = [randomUUID(), randomUUID()];
  const deps: SyncDeps = {
    ...{ db: database.db, profile: madeFacts().profile, billingAccount: null, enrolmentMovedAt: null },
    room: openTestRoom(azure().url).room,
    log: { debug: log, info: log, warn: log, error: log },
    ...{ dataDir: '/nowhere', now: () => Date.parse(AT), newId: () => randomUUID() },
  };
  await insertRun(database.db, { ...of, id: runId, requestedBy: 'test', at: AT, owner });
  lines.length = 0;
  await startActive(deps, { ...of, runId, owner }, database).ended;
  return runId;
}

const said = (message: string) => lines.filter((line) => line['message'] === message);

it('names the run and the tenant in every line, of calls, of waits and of what one source takes the place of', async () => {
  azure().on('GET', '/tenants', { status: 429, headers: { 'retry-after': '2' } }, { json: { value: [] } });
  const runId = await runToItsEnd(FULL_RUN);
  expect(lines.filter((line) => line['runId'] !== runId || line['tenantId'] !== '')).toEqual([]);
  expect(said('call').length).toBeGreaterThan(1);
  expect(said('waiting before the next attempt')).toMatchObject([{ waitMs: 2000 }]);
  expect(said('Resource Graph failed; lists are read')).not.toEqual([]);
  expect(said('sync run ended')).toHaveLength(1);
});

it('names the customer in every line of one that is refreshed', async () => {
  const row = {
    subscriptionId: SUBSCRIPTION,
    tenantId: CUSTOMER,
    displayName: 'one',
    state: 'Enabled',
    offer: null,
  };
  await saveRead(database.db, ownRead('subscriptions'), AT, {
    save: (readId) => saveSubscriptions(database.db, readId, [row]),
  });
  const runId = await runToItsEnd(refreshOf(CUSTOMER));
  expect(said('call')).not.toEqual([]);
  const strange = lines.filter(
    (line) => line['runId'] !== runId || !['', CUSTOMER].includes(String(line['tenantId'])),
  );
  expect(strange).toEqual([]);
  expect(said('call').some((line) => line['tenantId'] === CUSTOMER)).toBe(true);
});
