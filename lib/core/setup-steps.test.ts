import { describe, expect, it } from 'vitest';
import { setupCommands } from './setup-commands.ts';
import {
  decideSetup,
  isMissing,
  maySetAside,
  nextStep,
  SETUP_STEPS,
  SOURCES_OF,
  type SetupFacts,
  type SetupStep,
  type SourceState,
} from './setup-steps.ts';
import { SOURCES, type Source } from './statuses.ts';

const complete = (source: Source): SourceState => ({
  ...{ source, status: 'complete', expected: 1, read: 1, failed: 0, refused: false },
});

const EVERYTHING: SetupFacts = {
  ...{ azure: true, partnerIds: 1, partnerType: true, signIn: true, sync: 'done' },
  sources: SOURCES.map(complete),
  costWays: [{ way: 'export', permitted: true }],
  unreadLinks: 0,
};

const NOTHING: SetupFacts = {
  ...{ azure: false, partnerIds: 0, partnerType: false, signIn: false, sync: 'never' },
  sources: SOURCES.map((source) => ({ ...complete(source), status: 'never', expected: null, read: 0 })),
  costWays: [],
  unreadLinks: 0,
};

/** Everything, but for what these sources met. */
const met = (states: Partial<Record<Source, Partial<SourceState>>>): SetupFacts => ({
  ...EVERYTHING,
  sources: SOURCES.map((source) => ({ ...complete(source), ...states[source] })),
});

const REFUSED: Partial<SourceState> = { status: 'failed', read: 0, failed: 1, refused: true };

const stateOf = (facts: SetupFacts, step: SetupStep) =>
  decideSetup(facts).find((item) => item.step === step)?.state;

describe('what is connected', () => {
  it('has every source in one step', () => {
    const placed = Object.values(SOURCES_OF).flat();
    expect(placed.toSorted()).toEqual(SOURCES.toSorted());
  });

  it('is everything where everything is set and was read', () => {
    const items = decideSetup(EVERYTHING);
    expect(items.map(({ step }) => step)).toEqual([...SETUP_STEPS]);
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['done']));
    expect(nextStep(items)).toBeNull();
  });

  it('begins with the identity, and says nothing of rights before there is one', () => {
    const items = decideSetup(NOTHING);
    expect(nextStep(items)).toBe('identity');
    expect(items.filter(isMissing).map(({ step }) => step)).toEqual([
      'identity',
      'partner-ids',
      'partner-type',
      'sign-in',
    ]);
    expect(stateOf(NOTHING, 'first-sync')).toBe('later');
    expect(stateOf(NOTHING, 'billing-role')).toBe('later');
  });

  it.each([
    [{ partnerIds: 0 }, 'partner-ids'],
    [{ partnerType: false }, 'partner-type'],
    [{ signIn: false }, 'sign-in'],
    [{ unreadLinks: 3 }, 'link-credentials'],
  ] as const)('is half set with %o: %s is to do', (lack, step) => {
    const items = decideSetup({ ...EVERYTHING, ...lack });
    expect(items.filter(isMissing)).toEqual([{ step, state: 'to-do', refused: [] }]);
  });

  it.each([
    ['never', 'to-do', 'later'],
    ['under-way', 'under-way', 'later'],
    ['failed', 'failed', 'done'],
    ['done', 'done', 'done'],
  ] as const)('knows a first sync that is %s', (sync, state, rights) => {
    const facts = { ...EVERYTHING, sync };
    expect(stateOf(facts, 'first-sync')).toBe(state);
    expect(stateOf(facts, 'delegated-reader')).toBe(rights);
  });

  it.each([
    ['billing-accounts', 'billing-role'],
    ['cost-dimensions', 'cost-role'],
    ['delegations', 'delegated-reader'],
    ['agent-groups', 'agent-groups'],
    ['identities', 'directory'],
    ['group-schedules', 'group-schedules'],
    ['gdap', 'gdap'],
    ['customer-role-assignments', 'customer-consent'],
    ['customer-identities', 'customer-directory'],
    ['partner-links', 'link-credentials'],
  ] as const)('names the right by which %s was refused: %s', (source, step) => {
    const facts = met({ [source]: REFUSED });
    const missing = decideSetup(facts).filter(isMissing);
    expect(missing.map((item) => item.step)).toEqual([step]);
    expect(missing[0]?.refused).toEqual([source]);
  });

  it('tells a right that is missing for some from one that is missing for all', () => {
    const lists = ['customer-subscriptions', 'customer-delegations', 'customer-role-assignments'] as const;
    const all = Object.fromEntries([...lists, 'marketplace-offers'].map((source) => [source, REFUSED]));
    expect(stateOf(met(all), 'customer-consent')).toBe('refused');
    const some = Object.fromEntries(lists.map((source) => [source, { ...REFUSED, expected: 3, read: 2 }]));
    expect(stateOf(met({ ...all, ...some }), 'customer-consent')).toBe('partly-refused');
  });

  it('calls a failure without a missing right no refusal', () => {
    const facts = met({ 'agent-groups': { ...REFUSED, refused: false } });
    expect(stateOf(facts, 'agent-groups')).toBe('failed');
    expect(decideSetup(facts).some(isMissing)).toBe(false);
  });

  it('asks for no right to cost that files have brought', () => {
    const costs = { ...REFUSED, expected: 4, read: 4 };
    expect(stateOf(met({ costs }), 'cost-role')).toBe('done');
    expect(stateOf(met({ costs: { ...costs, read: 3 } }), 'cost-role')).toBe('partly-refused');
  });

  it('says of cost that only queries bring that it tells less', () => {
    const ways = (...permitted: ('export' | 'report-customer' | 'query-profile')[]): SetupFacts => ({
      ...EVERYTHING,
      costWays: (['export', 'report-customer', 'query-profile'] as const).map((way) => ({
        ...{ way, permitted: permitted.includes(way) },
      })),
    });
    expect(stateOf(ways('query-profile'), 'cost-detail')).toBe('partly-refused');
    expect(stateOf(ways('report-customer', 'query-profile'), 'cost-detail')).toBe('done');
    expect(stateOf(ways(), 'cost-detail')).toBe('later');
  });

  it('lets nobody put out of sight what makes the pages wrong', () => {
    expect(SETUP_STEPS.filter((step) => !maySetAside(step))).toEqual([
      ...['identity', 'partner-ids', 'partner-type', 'first-sync'],
      ...['delegated-reader', 'billing-role', 'cost-role'],
    ]);
  });
});

describe('commands of a step', () => {
  const names = {
    managingTenantId: '00000001-0000-4000-8000-000000000001',
    clientId: '00000001-0000-4000-8000-000000000002',
    authority: 'https://login.microsoftonline.us',
  };
  const textOf = (step: SetupStep): string =>
    setupCommands(step, names)
      .map(({ text }) => text)
      .join('\n');

  it('name the application that is configured, and the cloud it is of', () => {
    expect(textOf('agent-groups')).toContain(`az ad app permission add --id ${names.clientId} `);
    expect(textOf('agent-groups')).toContain(`az login --tenant ${names.managingTenantId} `);
    expect(textOf('customer-consent')).toContain(
      `https://login.microsoftonline.us/CUSTOMER_TENANT_ID/adminconsent?client_id=${names.clientId}`,
    );
  });

  it('ask for the least role that lets this service look, and for none that changes anything', () => {
    for (const step of ['delegated-reader', 'customer-consent'] as const) {
      expect(textOf(step)).toContain('acdd72a7-3385-48ef-bd42-f606fba81ae7');
    }
    const all = SETUP_STEPS.map(textOf).join('\n');
    expect(all).not.toMatch(/Owner|Contributor|ReadWrite/);
  });

  it('stand for what is not known by words in capitals', () => {
    const unnamed = { ...names, managingTenantId: null, clientId: null };
    expect(setupCommands('gdap', unnamed)[0]?.text).toContain('--id CLIENT_ID ');
  });
});
