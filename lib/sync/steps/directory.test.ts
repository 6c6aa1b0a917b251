import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startFakeAzure, type FakeAzure } from '#lib/azure/testing/fake-azure.ts';
import { GROUP, openTestRoom, requireId, STARTED_AT_MS } from '#lib/azure/testing/test-room.ts';
import { parsePrincipalId, type PrincipalId } from '#lib/core/ids.ts';
import { madeFacts } from '#lib/core/testing/made-facts.ts';
import { NOTHING_READ } from '#lib/core/row-count.ts';
import type { Db } from '#lib/db/db.ts';
import { listIdentities } from '#lib/db/directory.ts';
import { ownRead } from '#lib/db/reads.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { saveRead } from '#lib/db/testing/made-reads.ts';
import type { StepContext } from '../step-context.ts';
import { storeIdentities } from './directory.ts';

const idOf = (index: number): PrincipalId =>
  requireId(parsePrincipalId, `99999999-0000-4000-8000-00000000010${index}`);
const [ANNA, ROBOT, LEFT, KNOWN] = [idOf(1), idOf(2), idOf(3), idOf(4)];
const GET_BY_IDS = '/v1.0/directoryObjects/getByIds';

const user = (id: PrincipalId, more: object = {}) => ({
  '@odata.type': '#microsoft.graph.user',
  id,
  ...more,
});
const robot = { '@odata.type': '#microsoft.graph.servicePrincipal', id: ROBOT };
const group = { '@odata.type': '#microsoft.graph.group', id: GROUP };

describeOnBothEngines('who the principals of delegations are', (open) => {
  let azure: FakeAzure;
  let db: Db;

  beforeAll(async () => {
    azure = await startFakeAzure();
    ({ db } = await open());
  });
  afterAll(() => azure.close());
  beforeEach(() => azure.forget());

  /** What the store holds afterwards, by id: whether each is enabled. */
  const stored = async (ids: readonly PrincipalId[]): Promise<Map<PrincipalId, boolean | null>> => {
    const { caller } = openTestRoom(azure.url);
    await saveRead(db, ownRead('identities'), new Date(STARTED_AT_MS).toISOString(), {
      save: async (readId) => {
        const context: StepContext = {
          deps: {
            ...{
              db,
              profile: madeFacts().profile,
              billingAccount: null,
              enrolmentMovedAt: null,
              dataDir: '/nowhere',
            },
            room: openTestRoom(azure.url).room,
            log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
            now: () => STARTED_AT_MS,
            newId: () => crypto.randomUUID(),
          },
          key: ownRead('identities'),
          ...{ readId, cursor: null, done: 0, way: null, count: NOTHING_READ },
          caller: () => caller,
          listCaller: () => caller,
          nextLink: () => null,
          linkCallers: () => [],
          storePage: async (save) => {
            await save(db);
          },
          startOver: () => Promise.resolve(),
        };
        await storeIdentities(context, ids);
      },
    });
    const known = await listIdentities(db, 'identities', ['']);
    return new Map(known.map(({ identity: { principalId, enabled } }) => [principalId, enabled]));
  };

  it('asks for each alone where the list leaves open whether they are enabled, and for nobody else', async () => {
    azure.on('POST', GET_BY_IDS, {
      json: { value: [user(ANNA), robot, user(LEFT), user(KNOWN, { accountEnabled: true })] },
    });
    azure.on('GET', `/v1.0/users/${ANNA}`, { json: { id: ANNA, accountEnabled: false } });
    azure.on('GET', `/v1.0/servicePrincipals/${ROBOT}`, { json: { id: ROBOT, accountEnabled: true } });
    azure.on('GET', `/v1.0/users/${LEFT}`, {
      status: 404,
      json: { error: { code: 'Request_ResourceNotFound', message: 'does not exist' } },
    });
    expect(await stored([ANNA, ROBOT, LEFT, KNOWN])).toEqual(
      new Map([
        [ANNA, false],
        [ROBOT, true],
        [KNOWN, true],
      ]),
    );
    expect(azure.calls().filter(({ path }) => path.endsWith(KNOWN))).toEqual([]);
  });

  it('leaves it open, and asks no further, where we may not ask', async () => {
    azure.on('POST', GET_BY_IDS, { json: { value: [user(ANNA), user(LEFT)] } });
    azure.on('GET', `/v1.0/users/${ANNA}`, {
      status: 403,
      json: { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges' } },
    });
    expect(await stored([ANNA, LEFT])).toEqual(
      new Map([
        [ANNA, null],
        [LEFT, null],
      ]),
    );
    expect(azure.calls().filter(({ method }) => method === 'GET')).toHaveLength(1);
  });

  it('does so for the members of a group', async () => {
    azure.on('POST', GET_BY_IDS, { json: { value: [group] } });
    azure.on('GET', `/v1.0/groups/${GROUP}/transitiveMembers`, { json: { value: [user(ANNA)] } });
    azure.on('GET', `/v1.0/users/${ANNA}`, { json: { id: ANNA, accountEnabled: false } });
    expect(await stored([GROUP])).toEqual(
      new Map([
        [GROUP, null],
        [ANNA, false],
      ]),
    );
  });
});
