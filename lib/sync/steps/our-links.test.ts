import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startFakeAzure, type FakeAzure } from '#lib/azure/testing/fake-azure.ts';
import { CANARY_SECRET, MANAGING_TENANT, openTestRoom, STARTED_AT_MS } from '#lib/azure/testing/test-room.ts';
import type { Db } from '#lib/db/db.ts';
import { listLinks } from '#lib/db/directory.ts';
import { findSourceRead, ownRead } from '#lib/db/reads.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { runStep, type RunContext } from '../run-step.ts';
import { endRunOf, killAfter, startRunOf } from '../testing/made-run.ts';
import { readOurLinks } from './directory.ts';

const key = ownRead('partner-links');
const PATH = '/providers/Microsoft.ManagementPartner/partners';
const credential = (displayName: string) => ({
  ...{ kind: 'secret' as const, tenantId: MANAGING_TENANT, clientId: displayName, displayName },
  clientSecret: CANARY_SECRET,
});
/** The last digit is the identity's. */
const linkedTo = (partnerId: string) => ({
  json: {
    properties: {
      ...{ partnerId, partnerName: 'Us', tenantId: MANAGING_TENANT },
      objectId: `99999999-0000-4000-8000-00000000000${partnerId.slice(-1)}`,
    },
  },
});
const broken = { json: { properties: 'none' } };

describeOnBothEngines('links of the identities that we hold a token of', (open) => {
  let azure: FakeAzure;
  let db: Db;
  let clock = STARTED_AT_MS;

  beforeAll(async () => {
    azure = await startFakeAzure();
    ({ db } = await open());
  });
  afterAll(() => azure.close());
  beforeEach(() => azure.forget());

  const startRun = (): Promise<RunContext> => {
    clock += 1000;
    const linkCredentials = [credential('first'), credential('second')];
    const { room } = openTestRoom(azure.url, { settings: { linkCredentials } });
    return startRunOf(db, key, { atMs: clock, room });
  };
  const held = async () =>
    (await listLinks(db)).map(
      ({ credential: of, link }) => `${of} ${link.state === 'linked' ? link.partnerId : '-'}`,
    );

  it('are all read, each with its own token', async () => {
    azure.on('GET', PATH, linkedTo('1000001'), linkedTo('1000002'), linkedTo('1000003'));
    const run = await startRun();
    expect(await runStep(run, key, readOurLinks)).toBe('done');
    await endRunOf(run);
    expect((await held()).toSorted()).toEqual(['first 1000002', 'own 1000001', 'second 1000003']);
  });

  it.each([0, 1, 2, 3])(
    'are not called whole by who goes on after %i of them, where one failed before',
    async (pages) => {
      azure.on('GET', PATH, broken, linkedTo('1000004'));
      const run = await startRun();
      expect(await killAfter(run, key, readOurLinks, pages)).toBe('pending');
      expect(await runStep(run, key, readOurLinks)).toBe('failed');
      await endRunOf(run);
      expect(await findSourceRead(db, key)).toMatchObject({
        ...{ outcome: 'failed', incomplete: true },
        failure: { message: expect.stringContaining('own: ') },
      });
    },
  );

  it('are neither stored nor ended by a stop, and asked for again by who goes on', async () => {
    const stopped = new AbortController();
    const before = await findSourceRead(db, key);
    azure.on('GET', PATH, linkedTo('1000005'), () => {
      stopped.abort();
      return { stall: true };
    });
    const run = await startRun();
    expect(await runStep({ ...run, signal: stopped.signal }, key, readOurLinks)).toBe('pending');
    expect(await findSourceRead(db, key)).toEqual(before);
    azure.on('GET', PATH, linkedTo('1000106'), linkedTo('1000107'));
    expect(await runStep(run, key, readOurLinks)).toBe('done');
    await endRunOf(run);
    expect((await held()).toSorted()).toEqual(['first 1000106', 'own 1000005', 'second 1000107']);
  });
});
