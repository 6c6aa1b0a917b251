import { beforeAll, beforeEach, expect, it } from 'vitest';
import { unread, type Facts } from '#lib/core/evidence.ts';
import { parsePeriod, type Period } from '#lib/core/periods.ts';
import { judgeSubscription } from '#lib/core/judge.ts';
import { toldLink } from '#lib/core/linked-how.ts';
import { requireDecimal } from '#lib/core/money.ts';
import {
  authorization,
  cost,
  CUSTOMER,
  delegation,
  identity,
  linked,
  madeFacts,
  notLinked,
  ROLES,
  SUBSCRIPTION,
} from '#lib/core/testing/made-facts.ts';
import { everyChange, listChanges } from '#lib/db/changes.ts';
import { saveCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { saveDecision, undoDecision } from '#lib/db/finding-decision.ts';
import {
  everyFinding,
  listFindingEvents,
  listFindings,
  listFindingRemedies,
  listFindingSums,
} from '#lib/db/finding-list.ts';
import { describeOnBothEngines, emptyTables } from '#lib/db/testing/engines.ts';
import { saveVerdicts } from '#lib/db/verdicts.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { detailRow } from './detail-row.ts';
import { followCustomers } from './follow-customer.ts';

const month = (text: string): Period => {
  const period = parsePeriod(text);
  if (period === null) throw new Error('a made month is wrong');
  return period;
};
const OCTOBER = month('2026-10');
const NOVEMBER = month('2026-11');

const uncredited = (day: string, net = '100') => ({
  ...cost(day, net, false),
  costClass: 'ELIGIBLE_NOT_EARNED' as const,
});
const contributor = [delegation({ authorizations: [authorization(1, ROLES.contributor)] })];
const known = { identities: [identity(1)], delegations: contributor };
const NOT_LINKED = madeFacts({ ...known, links: [notLinked(1)], costs: [uncredited('2026-11-02')] });
const LINKED = madeFacts({ ...known, links: [linked(1)], costs: [cost('2026-11-02', '85', true)] });
const UNREAD = madeFacts({
  delegations: unread('forbidden', 'Reader'),
  roleAssignments: unread('forbidden', 'Reader'),
  costs: unread('not-asked'),
});

describeOnBothEngines('findings and the timeline of a customer', (open) => {
  let db: Db;
  let ids = 0;

  beforeAll(async () => {
    ({ db } = await open());
  });
  beforeEach(async () => {
    await emptyTables(db);
    const customer = { tenantId: CUSTOMER, displayName: 'Contoso', domain: null };
    await saveCustomers(db, '2026-11-20T00:00:00.000Z', [
      { ...customer, billingAccountName: null, billingCustomerId: null },
    ]);
  });

  /** One sync: judges a month from facts, as judging does. */
  const judge = async (facts: Facts, at: string, period = NOVEMBER): Promise<void> => {
    const judgement = judgeSubscription(facts, period, at);
    const of = { tenantId: CUSTOMER, period, judgedAt: at };
    const ways = { delegations: null, 'role-assignments': null };
    const one = { facts, judgement, seen: null, asOf: null, ways, linksUnread: null };
    const details = [detailRow(one, of, requireDecimal('0.15'))];
    const { linked: isLinked, access, credit, verdict, basis, cause, alsoCauses } = judgement;
    const subscription = {
      ...{ subscriptionId: SUBSCRIPTION, ...of, displayName: 'Shop', state: null, offer: null },
      ...{
        linked: isLinked,
        linkedHow: toldLink(judgement.how),
        access,
        credit,
        verdict,
        basis,
        cause,
        alsoCauses,
      },
      ...{ paths: [], judgeableFrom: null, asOf: at },
    };
    const costs = judgement.classes.map(({ currency, costClass, net }) => ({
      ...{ subscriptionId: SUBSCRIPTION, currency, costClass, net: net.toFixed() },
      ...{ netUsd: null, credit: null },
    }));
    const customer = { ...of, verdict, mainCause: cause, asOf: at };
    const followed = { period, at, isFirstSync: false };
    const whole = { tenantId: CUSTOMER, subscriptions: [one], details };
    const newId = () => `00000009-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;
    await saveVerdicts(
      db,
      [
        {
          tenantId: CUSTOMER,
          period,
          customer,
          subscriptions: [subscription],
          details,
          costs,
          covers: [],
          creditRate: requireDecimal('0.15'),
        },
      ],
      (tx) => followCustomers(tx, { ...followed, newId }, [whole]),
    );
  };
  const listed = async () => {
    const page = { sort: { by: 'cause' as const, descending: false }, limit: 50, offset: 0 };
    return await listFindings(db, everyFinding(EVERY_CUSTOMER), page);
  };
  const told = async () => {
    const changes = await listChanges(db, everyChange(EVERY_CUSTOMER), { limit: 50 });
    return changes.map(({ kind }) => kind).toReversed();
  };

  it('opens one with its first day, money and remedy, resolves it by the facts, and opens it again with its history', async () => {
    await judge(NOT_LINKED, '2026-11-20T00:00:00.000Z');
    const [opened] = await listed();
    expect(opened).toMatchObject({
      ...{ cause: 'principal-not-linked', state: 'open', leads: 'yes', since: '2026-11-02' },
      ...{ subscriptionName: 'Shop', customerName: 'Contoso' },
    });
    expect(Number(opened?.weight)).toBe(100);
    const id = opened?.id ?? '';
    const sums = await listFindingSums(db, [id]);
    expect(sums.map(({ period, currency, net }) => [period, currency, Number(net)])).toEqual([
      ['2026-11', 'EUR', 100],
    ]);
    const [remedy] = await listFindingRemedies(db, [id]);
    expect(remedy?.remedy.commands.map(({ shell }) => shell)).toContain('azure-cli');
    expect(remedy?.remedy.steps).toEqual(['link-service-principal']);
    expect(remedy?.remedy.values).toMatchObject({ subscriptionId: SUBSCRIPTION, partnerId: '5001002' });
    expect(remedy?.supportCase).toBeNull();

    await judge(LINKED, '2026-11-21T00:00:00.000Z');
    expect(await listed()).toMatchObject([
      { id, state: 'resolved', leads: 'no', resolvedAt: '2026-11-21T00:00:00.000Z', resolvedTo: 'earning' },
    ]);
    await judge(NOT_LINKED, '2026-11-22T00:00:00.000Z');
    expect(await listed()).toMatchObject([{ id, state: 'open', leads: 'yes', resolvedAt: null }]);
    const events = await listFindingEvents(db, id);
    expect(events.map(({ kind }) => kind)).toEqual(['reopened', 'resolved', 'opened']);
    expect(await told()).toEqual([
      'customer-new',
      ...['verdict-changed', 'link-new', 'verdict-changed', 'link-gone'],
    ]);
  });

  it('the same sync judged twice changes nothing', async () => {
    await judge(NOT_LINKED, '2026-11-20T00:00:00.000Z');
    const once = [await listed(), await told()];
    await judge(NOT_LINKED, '2026-11-20T00:00:00.000Z');
    expect([await listed(), await told()]).toEqual(once);
    const [first] = await listed();
    expect(await listFindingEvents(db, first?.id ?? '')).toHaveLength(1);
  });

  it('a fact that cannot be read resolves nothing and tells nothing but that', async () => {
    await judge(NOT_LINKED, '2026-11-20T00:00:00.000Z');
    await judge(UNREAD, '2026-11-21T00:00:00.000Z');
    expect(await listed()).toMatchObject([
      { cause: 'access-unread', state: 'open', leads: 'yes' },
      { cause: 'principal-not-linked', state: 'open', leads: 'unknown', unknownBecause: 'access-unread' },
    ]);
    expect(await told()).toEqual([
      ...['customer-new', 'verdict-changed', 'source-refused', 'source-refused'],
    ]);
    await judge(NOT_LINKED, '2026-11-22T00:00:00.000Z');
    expect(await listed()).toMatchObject([
      { cause: 'access-unread', state: 'resolved' },
      { cause: 'principal-not-linked', state: 'open', leads: 'yes', unknownSince: null },
    ]);
  });

  it('each month belongs to the finding that led it, so that no amount counts twice', async () => {
    await judge(NOT_LINKED, '2026-11-20T00:00:00.000Z');
    const roleAssignments = unread('forbidden', 'Reader');
    const costs = [uncredited('2026-11-02'), uncredited('2026-11-03', '20')];
    await judge(
      madeFacts({ delegations: roleAssignments, roleAssignments, costs }),
      '2026-11-21T00:00:00.000Z',
    );
    const rows = await listed();
    expect(rows.map(({ cause, weight }) => [cause, Number(weight)])).toEqual([
      ['access-unread', 120],
      ['principal-not-linked', 0],
    ]);
  });

  it('a closed month that the same cause led adds its money and moves the beginning back', async () => {
    await judge(NOT_LINKED, '2026-11-20T00:00:00.000Z');
    const october = madeFacts({ ...known, links: [notLinked(1)], costs: [uncredited('2026-10-05', '40')] });
    await judge(october, '2026-11-20T00:00:00.000Z', OCTOBER);
    const [finding] = await listed();
    expect(finding?.since).toBe('2026-10-05');
    expect(Number(finding?.weight)).toBe(140);
  });

  it('a closed month that was judged before its cause had a finding is given to it once it has one', async () => {
    const october = madeFacts({ ...known, links: [notLinked(1)], costs: [uncredited('2026-10-05', '40')] });
    await judge(UNREAD, '2026-11-20T00:00:00.000Z');
    await judge(october, '2026-11-20T00:00:00.000Z', OCTOBER);
    expect((await listed()).map(({ cause, weight }) => [cause, Number(weight)])).toEqual([
      ['access-unread', 0],
    ]);
    await judge(NOT_LINKED, '2026-11-21T00:00:00.000Z');
    const [, finding] = await listed();
    expect(finding).toMatchObject({ cause: 'principal-not-linked', since: '2026-10-05' });
    expect(Number(finding?.weight)).toBe(140);
  });

  it('a closed month that another cause led opens nothing: what is past cannot be put right', async () => {
    await judge(LINKED, '2026-11-20T00:00:00.000Z');
    await judge(
      madeFacts({ ...known, links: [notLinked(1)], costs: [uncredited('2026-10-05')] }),
      '2026-11-20T00:00:00.000Z',
      OCTOBER,
    );
    expect(await listed()).toEqual([]);
  });

  it('a month that is too young to judge leaves findings to the month before', async () => {
    const october = madeFacts({ ...known, links: [notLinked(1)], costs: [uncredited('2026-10-05')] });
    await judge(madeFacts({ ...known, links: [notLinked(1)] }), '2026-11-02T00:00:00.000Z');
    await judge(october, '2026-11-02T00:00:00.000Z', OCTOBER);
    expect(await listed()).toMatchObject([{ cause: 'principal-not-linked', state: 'open' }]);
  });

  it('a month that was not read, and is too young to judge once it is, gives the lead back to the month before', async () => {
    const october = madeFacts({ ...known, links: [notLinked(1)], costs: [uncredited('2026-10-05')] });
    await judge(october, '2026-11-20T00:00:00.000Z', OCTOBER);
    await judge(UNREAD, '2026-11-20T00:00:00.000Z');
    expect(await listed()).toMatchObject([
      { cause: 'access-unread', leads: 'yes' },
      { cause: 'principal-not-linked', leads: 'unknown' },
    ]);
    await judge(madeFacts({ ...known, links: [notLinked(1)], costs: [] }), '2026-11-21T00:00:00.000Z');
    expect(await listed()).toMatchObject([
      { cause: 'access-unread', state: 'resolved' },
      { cause: 'principal-not-linked', state: 'open', leads: 'yes', since: '2026-10-05' },
    ]);
  });

  it('what a person decided stays when it is judged again', async () => {
    await judge(NOT_LINKED, '2026-11-20T00:00:00.000Z');
    const [finding] = await listed();
    const decision = { state: 'waiting' as const, ownerId: 'tenant/kim', note: 'Asked on Monday' };
    const by = { id: 'tenant/kim', name: 'Kim', at: '2026-11-20T08:00:00.000Z' };
    const asked = { ids: [finding?.id ?? ''], visible: EVERY_CUSTOMER, decision };
    expect((await saveDecision(db, asked, by)).changed).toHaveLength(1);
    expect((await saveDecision(db, asked, by)).changed).toEqual([]);
    await judge(NOT_LINKED, '2026-11-21T00:00:00.000Z');
    expect(await listed()).toMatchObject([{ ...decision, leads: 'yes' }]);
  });

  const KIM = { id: 'tenant/kim', name: 'Kim', at: '2026-11-20T08:00:00.000Z' };
  const later = (who: { id: string; name: string }) => ({ ...who, at: '2026-11-20T09:00:00.000Z' });
  const chosen = async () => ({ ids: (await listed()).map(({ id }) => id), visible: EVERY_CUSTOMER });

  it('what a person decided is taken back as it was before, with its history', async () => {
    await judge(NOT_LINKED, '2026-11-20T00:00:00.000Z');
    const asked = await chosen();
    const first = { state: 'resolved' as const, ownerId: 'tenant/ada', note: 'Asked on Monday' };
    await saveDecision(db, { ...asked, decision: first }, { ...KIM, at: '2026-11-20T07:00:00.000Z' });
    const before = await listed();
    const second = { state: 'accepted' as const, ownerId: null, note: '' };
    await saveDecision(db, { ...asked, decision: second }, KIM);
    expect(await listed()).toMatchObject([{ ...second, resolvedAt: null }]);
    const undo = { ...asked, decidedAt: KIM.at };
    expect((await undoDecision(db, undo, later(KIM))).undone).toEqual(asked.ids);
    expect(await listed()).toEqual(before);
    const events = await listFindingEvents(db, asked.ids[0] ?? '');
    expect(events.map(({ kind, actorName }) => [kind, actorName]).slice(0, 2)).toEqual([
      ['changed', 'Kim'],
      ['changed', 'Kim'],
    ]);
    expect(events[0]?.detail).toMatchObject({
      state: 'resolved',
      stateBefore: 'accepted',
      ownerId: 'tenant/ada',
    });
    expect((await undoDecision(db, undo, later(KIM))).undone).toEqual([]);
  });

  it('is not taken back by somebody else, nor once somebody decided anew or the facts did', async () => {
    await judge(NOT_LINKED, '2026-11-20T00:00:00.000Z');
    const asked = await chosen();
    const undo = { ...asked, decidedAt: KIM.at };
    await saveDecision(db, { ...asked, decision: { state: 'waiting' } }, KIM);
    expect((await undoDecision(db, undo, later({ id: 'tenant/ada', name: 'Ada' }))).undone).toEqual([]);
    await judge(UNREAD, '2026-11-20T08:10:00.000Z');
    await saveDecision(
      db,
      { ...asked, decision: { note: 'seen' } },
      later({ id: 'tenant/ada', name: 'Ada' }),
    );
    expect((await undoDecision(db, undo, later(KIM))).undone).toEqual([]);
    expect((await listed()).find(({ id }) => id === asked.ids[0])).toMatchObject({ state: 'waiting' });
    const adas = { ...asked, decidedAt: later(KIM).at };
    await judge(LINKED, '2026-11-21T00:00:00.000Z');
    expect((await undoDecision(db, adas, later({ id: 'tenant/ada', name: 'Ada' }))).undone).toEqual([]);
    expect((await listed()).find(({ id }) => id === asked.ids[0])).toMatchObject({ state: 'resolved' });
  });

  it('is taken back also where the facts lost sight of it meanwhile', async () => {
    await judge(NOT_LINKED, '2026-11-20T00:00:00.000Z');
    const asked = await chosen();
    await saveDecision(db, { ...asked, decision: { state: 'waiting' } }, KIM);
    await judge(UNREAD, '2026-11-20T08:10:00.000Z');
    const { undone } = await undoDecision(db, { ...asked, decidedAt: KIM.at }, later(KIM));
    expect(undone).toEqual(asked.ids);
    expect((await listed()).find(({ id }) => id === asked.ids[0])).toMatchObject({ state: 'open' });
  });

  it('whoever may not see the customer changes nothing of it', async () => {
    await judge(NOT_LINKED, '2026-11-20T00:00:00.000Z');
    const [finding] = await listed();
    const visible = { kind: 'assigned' as const, personId: 'tenant/nobody' };
    const asked = { ids: [finding?.id ?? ''], visible, decision: { state: 'accepted' as const } };
    const by = { id: 'tenant/n', name: 'N', at: '2026-11-20T08:00:00.000Z' };
    expect(await saveDecision(db, asked, by)).toEqual({ known: [], changed: [] });
    expect(await listed()).toMatchObject([{ state: 'open' }]);
  });
});
