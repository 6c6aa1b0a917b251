import { beforeAll, expect, it, vi } from 'vitest';
import { LOCAL_ADMIN } from '#lib/auth/actor.ts';
import { ADMIN_AGENTS, OUR_PARTNER_ID, US } from '#lib/core/testing/made-facts.ts';
import type { SetupStep } from '#lib/core/setup-steps.ts';
import type { Db } from '#lib/db/db.ts';
import { customerRead, ownRead, saveUnfinishedRead, type ReadKey } from '#lib/db/reads.ts';
import { deleteSetAside, saveSetAside } from '#lib/db/set-aside-steps.ts';
import { saveRead } from '#lib/db/testing/made-reads.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { setup as setupShape } from './schemas/setup.ts';
import { getSetup } from './setup.ts';
import { ALDER, AT, saveMadeMonth } from './testing/made-month.ts';

vi.stubEnv('AZURE_TENANT_ID', US);
vi.stubEnv('AZURE_CLIENT_ID', ADMIN_AGENTS);
vi.stubEnv('AZURE_CLIENT_SECRET', 'never sent');
vi.stubEnv('PARTNER_IDS', OUR_PARTNER_ID);
// What a request carries; Next keeps it, and there is none here.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()) }));

const refuse = (db: Db, key: ReadKey, missingRight: string | null): Promise<void> =>
  saveUnfinishedRead(db, {
    ...{ key, at: AT, asOf: AT, refusedRows: null },
    outcome: {
      status: missingRight === null ? 'failed' : 'forbidden',
      failure: { kind: 'forbidden', message: 'Azure said no', missingRight, status: 403, code: null },
    },
  });

describeOnBothEngines('the setup page', (open) => {
  let db: Db;
  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
    await saveMadeMonth(db);
    await saveRead(db, ownRead('billing-customers'), AT, { save: () => Promise.resolve() });
    await refuse(db, ownRead('agent-groups'), 'GroupMember.Read.All');
    await refuse(db, customerRead('customer-role-assignments', ALDER), 'consent and Reader');
    await refuse(db, ownRead('gdap'), null);
  });

  const itemOf = async (step: SetupStep) => {
    const found = setupShape.parse(await getSetup()).items.find((item) => item.step === step);
    if (found === undefined) throw new Error(`no step ${step}`);
    return found;
  };

  it('says what to do first of what is missing', async () => {
    const { next, missing, items } = await getSetup();
    expect(next).toBe('partner-type');
    const open = items.filter(({ state }) => state === 'to-do' || state.endsWith('refused'));
    expect(open.map(({ step, state }) => [step, state])).toEqual([
      ['partner-type', 'to-do'],
      ['agent-groups', 'refused'],
      ['customer-consent', 'refused'],
      ['sign-in', 'to-do'],
    ]);
    expect(missing).toBe(open.length);
  });

  it('counts what a right of the partner hides over all, and one of a customer over that customer', async () => {
    const shared = await itemOf('agent-groups');
    expect([shared.customers, shared.hidden]).toEqual([null, [{ column: 'access', subscriptions: 1 }]]);
    const own = await itemOf('customer-consent');
    expect(own.customers).toEqual({ total: 1, first: [{ tenantId: ALDER, displayName: 'Alder' }] });
    expect(own.hidden).toEqual([
      { column: 'linked', subscriptions: 1 },
      { column: 'access', subscriptions: 1 },
    ]);
  });

  it('calls a failure that no right mends a failure', async () => {
    expect((await itemOf('gdap')).state).toBe('failed');
  });

  it('tells administrators what to copy, with the ids that are configured', async () => {
    const { commands, source } = await itemOf('agent-groups');
    expect(commands[0]?.text).toContain(`--id ${ADMIN_AGENTS} `);
    expect(source?.address).toContain('https://learn.microsoft.com/');
    expect((await itemOf('identity')).commands).toEqual([]);
  });

  it('reminds nobody of what was set aside, until it is taken up again', async () => {
    const row = { personId: LOCAL_ADMIN.id, step: 'customer-consent', at: AT } as const;
    await saveSetAside(db, row);
    await saveSetAside(db, { ...row, personId: 'somebody else', step: 'agent-groups' });
    expect((await itemOf('customer-consent')).setAside).toBe(true);
    expect((await itemOf('agent-groups')).setAside).toBe(false);
    await deleteSetAside(db, row.personId, row.step);
    expect((await itemOf('customer-consent')).setAside).toBe(false);
  });
});
