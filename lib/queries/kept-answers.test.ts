import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { Period } from '#lib/core/periods.ts';
import { listDaySums, type DaySum } from '#lib/db/costs.ts';
import type { Db } from '#lib/db/db.ts';
import { deleteCustomers } from '#lib/db/imports.ts';
import { touchLists } from '#lib/db/list-versions.ts';
import { listVersions } from '#lib/db/schema.ts';
import { saveAssignments, saveOwner, savePersonSeen } from '#lib/db/people.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { EVERY_CUSTOMER, type Visibility } from '#lib/db/visible-customers.ts';
import { keptAnswer, keptFor } from './kept-answers.ts';
import { ALDER, AT, BIRCH, MONTH, saveMadeMonth } from './testing/made-month.ts';

describeOnBothEngines('an answer that is kept', (open) => {
  let db: Db;
  let made = 0;
  const visible = EVERY_CUSTOMER;
  const ask = (name: string) => keptAnswer({ db, visible }, name, () => Promise.resolve((made += 1)));
  beforeAll(async () => {
    ({ db } = await open());
  });
  beforeEach(() => {
    made = 0;
  });

  it('is made once, until something is written that lists show', async () => {
    expect([await ask('one'), await ask('one')]).toEqual([1, 1]);
    await touchLists(db);
    expect([await ask('one'), await ask('one')]).toEqual([2, 2]);
  });

  it('is of one version for all that one asks, whatever is written meanwhile', async () => {
    const asker = { db, visible };
    const askAgain = () => keptAnswer(asker, 'of one version', () => Promise.resolve((made += 1)));
    await askAgain();
    await touchLists(db);
    expect([await askAgain(), await ask('of one version')]).toEqual([1, 2]);
  });

  it('is of one name and of those who see the same customers', async () => {
    await ask('two');
    await ask('three');
    await keptAnswer({ db, visible: { kind: 'assigned', personId: 'p' } }, 'two', () =>
      Promise.resolve((made += 1)),
    );
    expect(made).toBe(3);
  });

  it('is made for all who ask at the same time together', async () => {
    expect(await Promise.all([ask('four'), ask('four'), ask('four')])).toEqual([1, 1, 1]);
  });

  it('is made once of a question that the database answers anew each time it is awaited', async () => {
    await touchLists(db);
    const time = () => db.select({ at: sql<string>`clock_timestamp()::text` }).from(listVersions);
    const first = await keptAnswer({ db, visible }, 'time', time);
    expect(first).not.toEqual([]);
    expect(await keptAnswer({ db, visible }, 'time', time)).toEqual(first);
  });

  it('may stand although something was written, but not for those who see some customers only', async () => {
    const asked = (whose: Visibility) =>
      keptFor({ db, visible: whose }, 'slow', { leastMs: 60_000, make: () => Promise.resolve((made += 1)) });
    const some = { kind: 'assigned', personId: 'p' } as const;
    expect([await asked(visible), await asked(some)]).toEqual([1, 2]);
    await touchLists(db);
    expect([await asked(visible), await asked(some)]).toEqual([1, 3]);
  });

  it('that may stand is made anew while the one before is shown, and that one not for ever', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const slow = () =>
      keptFor({ db, visible }, 'slower', { leastMs: 1000, make: () => Promise.resolve((made += 1)) });
    expect(await slow()).toBe(1);
    await touchLists(db);
    vi.advanceTimersByTime(1001);
    expect(await slow()).toBe(1);
    expect([await slow(), made]).toEqual([2, 2]);
    await touchLists(db);
    vi.advanceTimersByTime(2001);
    expect(await slow()).toBe(3);
  });

  it('is not one that failed', async () => {
    const fail = () => keptAnswer({ db, visible }, 'five', () => Promise.reject(new Error('no database')));
    await expect(fail()).rejects.toThrow('no database');
    expect(await ask('five')).toBe(1);
  });

  it('changes with the customers that somebody may see', async () => {
    await ask('six');
    await saveAssignments(db, { personId: 'p', seesAll: false, tenantIds: [BIRCH], by: 'admin', at: AT });
    expect(await ask('six')).toBe(2);
  });

  it('changes with who answers for a customer, and with that name alone of a person', async () => {
    const seen = { personId: 'tenant/ravi', kind: 'person', userName: null, roles: [] } as const;
    await savePersonSeen(db, { ...seen, name: 'Ravi' }, AT);
    await ask('seven');
    await saveOwner(db, ALDER, { personId: seen.personId, by: 'admin', at: AT });
    expect(await ask('seven')).toBe(2);
    await savePersonSeen(db, { ...seen, name: 'Ravi' }, AT);
    expect(await ask('seven')).toBe(2);
    await savePersonSeen(db, { ...seen, name: 'Ravindra' }, AT);
    expect(await ask('seven')).toBe(3);
    await saveOwner(db, ALDER, { personId: null, by: 'admin', at: AT });
    expect(await ask('seven')).toBe(4);
  });
});

const shown = (sums: readonly DaySum[]) =>
  sums
    .map(({ day, currency, costClass, net, credit }) =>
      [day, currency, costClass, Number(net), credit === null ? null : Number(credit)].join(' '),
    )
    .sort();

describeOnBothEngines('days of the whole partner', (open) => {
  let db: Db;
  // The made month is a parsed one.
  const days = async (of: Parameters<typeof listDaySums>[2]) =>
    shown(await listDaySums(db, MONTH as Period, of));
  const ALDER_DAYS = [
    '2026-10-01 EUR EARNED 90 10',
    '2026-10-02 EUR ELIGIBLE_NOT_EARNED 40 0',
    '2026-10-02 EUR UNCLASSIFIED 7 0',
    '2026-10-02 USD INELIGIBLE_SPOT 10 0',
  ];
  const BIRCH_DAYS = ['2026-10-02 EUR EARNED 170 30'];
  beforeAll(async () => {
    ({ db } = await open());
    await saveMadeMonth(db);
  });

  it('are those of every customer by the reads that count', async () => {
    expect(await days(EVERY_CUSTOMER)).toEqual([...ALDER_DAYS, ...BIRCH_DAYS].sort());
    expect(await days(ALDER)).toEqual(ALDER_DAYS);
  });

  it('do not grow when a month is judged again', async () => {
    const before = await days(EVERY_CUSTOMER);
    await saveMadeMonth(db);
    expect(await days(EVERY_CUSTOMER)).toEqual(before);
  });

  it('lose what a customer brought when it is forgotten', async () => {
    await deleteCustomers(db, [ALDER]);
    expect(await days(EVERY_CUSTOMER)).toEqual(BIRCH_DAYS);
  });
});
