import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUSES, type Cause } from './causes.ts';
import { applyStep, diffFindings, type FindingStep, type HeldFinding, type Lead } from './findings.ts';
import { parseSubscriptionId, type SubscriptionId } from './ids.ts';
import { parseDay } from './periods.ts';
import { ACCESS, CREDIT, FINDING_STATES, LEADS, VERDICTS } from './statuses.ts';

function required<Value>(value: Value | null): Value {
  if (value === null) throw new Error('a made value is wrong');
  return value;
}

const subscription = (index: number): SubscriptionId =>
  required(parseSubscriptionId(`00000002-0000-4000-8000-${String(index).padStart(12, '0')}`));
const DAY = required(parseDay('2026-11-03'));

const lead = (rest: Partial<Lead> = {}): Lead => ({
  subscriptionId: subscription(1),
  ...{ verdict: 'not-earning', access: 'not-covered', credit: 'not-credited' },
  ...{ cause: 'principal-not-linked', alsoCauses: [], since: DAY },
  ...rest,
});

const held = (rest: Partial<HeldFinding> = {}): HeldFinding => ({
  id: 'f1',
  subscriptionId: subscription(1),
  ...{ cause: 'principal-not-linked', state: 'open', leads: 'yes' },
  ...rest,
});

const kinds = (findings: HeldFinding[], leads: Lead[]) =>
  diffFindings(findings, leads).map(({ kind }) => kind);

describe('a finding', () => {
  it('opens with the first day that its cause decided', () => {
    expect(diffFindings([], [lead()])).toEqual([
      {
        kind: 'open',
        subscriptionId: subscription(1),
        cause: 'principal-not-linked',
        verdict: 'not-earning',
        since: DAY,
      },
    ]);
  });

  it.each([
    ['earning', { verdict: 'earning', cause: 'earning' }],
    ['what cannot earn', { verdict: 'not-applicable', cause: 'no-chargeable-usage' }],
    ['what is too recent', { verdict: 'pending', cause: 'too-recent' }],
  ] as const)('is not made of %s', (_what, rest) => {
    expect(diffFindings([], [lead(rest)])).toEqual([]);
  });

  it('is made of a contradiction, although the subscription earns', () => {
    expect(kinds([], [lead({ verdict: 'earning', cause: 'credited-by-unseen-access' })])).toEqual(['open']);
  });

  it('resolves when its cause leads no more, and says what leads instead', () => {
    const now = lead({ verdict: 'earning', cause: 'earning', access: 'covered', credit: 'credited' });
    expect(diffFindings([held()], [now])).toEqual([
      { kind: 'resolve', id: 'f1', verdict: 'earning', cause: 'earning' },
    ]);
  });

  it('gives way to another cause', () => {
    expect(kinds([held()], [lead({ cause: 'role-not-earning' })])).toEqual(['open', 'resolve']);
  });

  it('opens again under the same id when the cause comes back', () => {
    const again = diffFindings([held({ state: 'resolved', leads: 'no' })], [lead()]);
    expect(again).toEqual([{ kind: 'reopen', id: 'f1', verdict: 'not-earning', since: DAY }]);
  });

  it('is left alone while the month is too young to be judged', () => {
    expect(diffFindings([held()], [lead({ verdict: 'pending', cause: 'too-recent' })])).toEqual([]);
  });
});

describe('what was not read', () => {
  const unread = lead({ verdict: 'unknown', access: 'unknown', credit: 'unknown', cause: 'access-unread' });

  it('resolves no finding of access', () => {
    expect(diffFindings([held()], [unread])).toContainEqual({
      kind: 'lose-sight',
      id: 'f1',
      because: 'access-unread',
    });
  });

  it('says so once', () => {
    expect(kinds([held({ leads: 'unknown' })], [unread])).toEqual(['open']);
  });

  it('does not hide that credit was received', () => {
    const earned = lead({
      ...{ verdict: 'earning', access: 'unknown', credit: 'credited' },
      ...{ cause: 'earning', alsoCauses: ['access-unread'] },
    });
    expect(kinds([held()], [earned])).toEqual(['resolve']);
  });

  it('of cost resolves no contradiction that cost had shown', () => {
    const costUnread = lead({
      ...{ verdict: 'unverified', access: 'covered', credit: 'unknown', cause: 'no-billing-scope-data' },
    });
    expect(kinds([held({ cause: 'access-good-cost-uncredited' })], [costUnread])).toEqual([
      'open',
      'lose-sight',
    ]);
  });

  it('of cost still lets access that is known to be good resolve what access had lacked', () => {
    const linked = lead({
      ...{ verdict: 'unverified', access: 'covered', credit: 'unknown', cause: 'no-billing-scope-data' },
    });
    expect(kinds([held()], [linked])).toEqual(['open', 'resolve']);
  });

  it('is a finding of its own that is gone when it is read', () => {
    const finding = held({ cause: 'access-unread' });
    expect(kinds([finding], [lead()])).toEqual(['open', 'resolve']);
  });

  it('leaves the findings of a subscription that no source shows any more', () => {
    expect(diffFindings([held()], [])).toEqual([{ kind: 'lose-sight', id: 'f1', because: 'access-unread' }]);
  });
});

describe('what a person decided', () => {
  it.each(['in-progress', 'waiting', 'accepted', 'resolved'] as const)(
    '%s stays while the cause leads',
    (state) => {
      const finding = held({ state });
      const [step] = diffFindings([finding], [lead()]);
      expect(applyStep(finding, required(step ?? null))).toEqual({ state, leads: 'yes' });
    },
  );

  it('gives way when the facts resolve it, and starts over when the cause comes back', () => {
    expect(
      applyStep({ state: 'waiting' }, { kind: 'resolve', id: 'f1', verdict: 'earning', cause: 'earning' }),
    ).toEqual({ state: 'resolved', leads: 'no' });
    expect(
      applyStep({ state: 'accepted' }, { kind: 'reopen', id: 'f1', verdict: 'unknown', since: null }),
    ).toEqual({ state: 'open', leads: 'yes' });
  });
});

/** The store in small: what is held after the steps. */
function afterwards(findings: readonly HeldFinding[], steps: readonly FindingStep[]): HeldFinding[] {
  const opened = steps.flatMap((step) =>
    step.kind === 'open'
      ? [
          {
            ...{ id: `${step.subscriptionId} ${step.cause}`, subscriptionId: step.subscriptionId },
            ...{ cause: step.cause, ...applyStep({ state: 'open' }, step) },
          },
        ]
      : [],
  );
  const changed = findings.map((finding) => {
    const step = steps.find((one) => one.kind !== 'open' && one.id === finding.id);
    return step === undefined ? finding : { ...finding, ...applyStep(finding, step) };
  });
  return [...changed, ...opened];
}

const anyLead = fc
  .record({
    index: fc.integer({ min: 1, max: 4 }),
    verdict: fc.constantFrom(...VERDICTS),
    access: fc.constantFrom(...ACCESS),
    credit: fc.constantFrom(...CREDIT),
    cause: fc.constantFrom(...CAUSES),
    alsoCauses: fc.uniqueArray(fc.constantFrom(...CAUSES), { maxLength: 2 }),
  })
  .map(({ index, ...rest }) => lead({ subscriptionId: subscription(index), ...rest }));
const anyLeads = fc.uniqueArray(anyLead, { selector: ({ subscriptionId }) => subscriptionId, maxLength: 4 });
const anyHeld = fc
  .uniqueArray(
    fc.record({
      index: fc.integer({ min: 1, max: 4 }),
      cause: fc.constantFrom<Cause>(...CAUSES),
      state: fc.constantFrom(...FINDING_STATES),
      leads: fc.constantFrom(...LEADS),
    }),
    { selector: ({ index, cause }) => `${index} ${cause}`, maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ index, ...rest }) =>
      held({ id: `${subscription(index)} ${rest.cause}`, subscriptionId: subscription(index), ...rest }),
    ),
  );

describe('whatever is judged', () => {
  it('the same judgement again changes nothing', () => {
    fc.assert(
      fc.property(anyHeld, anyLeads, (findings, leads) => {
        const once = afterwards(findings, diffFindings(findings, leads));
        const again = diffFindings(once, leads);
        expect(again.filter((step) => step.kind !== 'persist' || step.seenAgain)).toEqual([]);
        expect(afterwards(once, again)).toEqual(once);
      }),
    );
  });

  it('no finding is lost, named twice or held twice', () => {
    fc.assert(
      fc.property(anyHeld, fc.array(anyLeads, { maxLength: 5 }), (findings, syncs) => {
        let now = findings;
        for (const leads of syncs) {
          const steps = diffFindings(now, leads);
          const named = steps.flatMap((step) => (step.kind === 'open' ? [] : [step.id]));
          expect(new Set(named).size).toBe(named.length);
          now = afterwards(now, steps);
        }
        const keys = now.map(({ subscriptionId, cause }) => `${subscriptionId} ${cause}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(findings.every(({ id }) => now.some((finding) => finding.id === id))).toBe(true);
      }),
    );
  });

  it('at most one finding of a subscription leads', () => {
    fc.assert(
      fc.property(fc.array(anyLeads, { maxLength: 5 }), (syncs) => {
        let now: HeldFinding[] = [];
        for (const leads of syncs) now = afterwards(now, diffFindings(now, leads));
        for (const same of Map.groupBy(now, ({ subscriptionId }) => subscriptionId).values()) {
          expect(same.filter(({ leads }) => leads === 'yes').length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
