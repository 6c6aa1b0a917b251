import { beforeAll, beforeEach, expect, it } from 'vitest';
import { startFakeAzure, type FakeAzure, type Reply } from '#lib/azure/testing/fake-azure.ts';
import { openTestRoom, requireId, STARTED_AT_MS } from '#lib/azure/testing/test-room.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { cost, CUSTOMER, madeFacts } from '#lib/core/testing/made-facts.ts';
import { addDailyCosts } from '#lib/db/costs.ts';
import { listCostWays } from '#lib/db/cost-ways.ts';
import type { Db } from '#lib/db/db.ts';
import { writeLists } from '#lib/db/list-versions.ts';
import { insertRun } from '#lib/db/runs.ts';
import { costWays, sourceChecks, sourceReads } from '#lib/db/schema.ts';
import { listSourceChecks } from '#lib/db/source-checks.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { saveRead } from '#lib/db/testing/made-reads.ts';
import { checkSources } from './check-sources.ts';
import { Pulse } from './pulse.ts';
import type { RunContext } from './run-step.ts';
import { sampleCosts } from './sample-costs.ts';

const OWNER = '00000000-0000-4000-8000-00000000aaaa';
const NIGHT_MS = 86_400_000;
const march = requireId(parsePeriod, '2026-03');
const READ_AT = '2026-04-10T01:00:00.000Z';
const queryAt = (profile: string): string =>
  `/providers/Microsoft.Billing/billingAccounts/a:b/billingProfiles/${profile}/providers/Microsoft.CostManagement/query`;

const totals = (...rows: [string, string][]): Reply => {
  const columns = ['Cost', 'CostUSD', 'Currency'].map((name) => ({ name, type: 'String' }));
  return {
    json: { properties: { columns, rows: rows.map(([net, code]) => [net, null, code]), nextLink: null } },
  };
};

describeOnBothEngines('closed months held against a query', (open) => {
  let azure: FakeAzure;
  let db: Db;
  let run: RunContext;
  let nights = 0;
  const keep = (profile: string, net: string, asOf = READ_AT) =>
    saveRead(db, { source: 'costs', tenantId: '', period: march, scope: `a:b/${profile}` }, asOf, {
      way: 'export',
      save: (readId) =>
        addDailyCosts(
          db,
          readId,
          // A charge without a customer is a part of the profile's cost too.
          [CUSTOMER, '' as const].map((tenantId) => ({ ...cost('2026-03-01', net, true), tenantId })),
        ),
    });

  beforeAll(async () => {
    azure = await startFakeAzure();
    ({ db } = await open());
    const deps = {
      ...{ db, room: openTestRoom(azure.url).room, profile: madeFacts().profile, billingAccount: null },
      ...{ enrolmentMovedAt: null, dataDir: '/nowhere', newId: () => crypto.randomUUID() },
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      now: () => STARTED_AT_MS + nights * NIGHT_MS,
    };
    const [runId, signal] = [crypto.randomUUID(), new AbortController().signal];
    const at = new Date(STARTED_AT_MS).toISOString();
    await insertRun(db, { id: runId, kind: 'full', tenantId: '', requestedBy: 'test', at, owner: OWNER });
    run = { deps, runId, owner: OWNER, signal, pulse: new Pulse(deps, { runId, owner: OWNER }) };
    return () => azure.close();
  });
  beforeEach(async () => {
    azure.forget();
    nights = 0;
    await writeLists(db, async (tx) => {
      for (const table of [sourceReads, sourceChecks, costWays]) await tx.delete(table);
    });
  });

  /** A night's run, as far as it is of this; what was asked, and what came of it. */
  const night = async () => {
    const before = azure.calls().length;
    await sampleCosts(run);
    await checkSources(run);
    nights += 1;
    const asked = azure
      .calls()
      .slice(before)
      .flatMap(({ path }) => /billingProfiles\/([^/]+)/.exec(path)?.[1] ?? []);
    const checks = (await listSourceChecks(db)).map(({ scope, compared, differing }) =>
      [scope, `${differing} of ${compared}`].join(' '),
    );
    return { asked, checks };
  };

  it('agree where a query without groupings comes to the same', async () => {
    await keep('P-1', '7.5');
    azure.on('POST', queryAt('P-1'), totals(['15.000001', 'EUR']));
    expect(await night()).toEqual({ asked: ['P-1'], checks: ['a:b/P-1 0 of 1'] });
    const { dataset, timePeriod } = JSON.parse(azure.calls()[0]?.body ?? '{}');
    expect([dataset.granularity, dataset.grouping]).toEqual(['None', undefined]);
    expect(timePeriod.from).toContain('2026-03-01');
  });

  it('differ where it does not, stay so for the nights to come, and are asked for again first', async () => {
    for (const profile of ['P-1', 'P-2', 'P-3']) {
      await keep(profile, '7.5');
      azure.on('POST', queryAt(profile), totals(['15', 'EUR']));
    }
    azure.on('POST', queryAt('P-1'), totals(['16', 'EUR']), totals(['16', 'EUR']), totals(['15', 'EUR']));
    expect(await night()).toEqual({ asked: ['P-1', 'P-2'], checks: ['a:b/P-1 1 of 1', 'a:b/P-2 0 of 1'] });
    expect((await listSourceChecks(db))[0]?.example).toContain('15.00 EUR, a query 16.00');
    expect(await night()).toMatchObject({ asked: ['P-1', 'P-3'] });
    expect(await night()).toEqual({
      asked: ['P-1', 'P-2'],
      checks: ['a:b/P-1 0 of 1', 'a:b/P-2 0 of 1', 'a:b/P-3 0 of 1'],
    });
  });

  it('that may not be queried are no fault, say so, and are left alone for the week', async () => {
    await keep('P-1', '7.5');
    azure.on('POST', queryAt('P-1'), { status: 403, json: { error: { code: 'AuthorizationFailed' } } });
    expect(await night()).toEqual({ asked: ['P-1'], checks: ['a:b/P-1 0 of 0'] });
    const [way] = await listCostWays(db);
    expect(way).toMatchObject({
      ...{ way: 'query-profile', billingProfileName: 'P-1', permitted: false },
      failure: { missingRight: expect.any(String) },
    });
    expect((await night()).asked).toEqual([]);
  });

  it('are asked for in another night where no answer came', async () => {
    await keep('P-1', '7.5');
    azure.on('POST', queryAt('P-1'), { status: 400, json: { error: { code: 'BadRequest' } } });
    expect(await night()).toMatchObject({ checks: [] });
    azure.on('POST', queryAt('P-1'), totals(['15', 'EUR']));
    expect(await night()).toMatchObject({ checks: ['a:b/P-1 0 of 1'] });
    expect(await listCostWays(db)).toEqual([]);
  });

  it('are told nothing of once they were read anew', async () => {
    await keep('P-1', '7.5');
    azure.on('POST', queryAt('P-1'), totals(['16', 'EUR']));
    expect(await night()).toMatchObject({ checks: ['a:b/P-1 1 of 1'] });
    await keep('P-1', '8', new Date(STARTED_AT_MS + NIGHT_MS / 2).toISOString());
    await checkSources(run);
    expect(await listSourceChecks(db)).toEqual([]);
  });
});
