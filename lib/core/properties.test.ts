import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classSums } from './class-sums.ts';
import { COST_CLASSES } from './cost-classes.ts';
import { read, type Facts } from './evidence.ts';
import { factsFileOf, parseFactsFile } from './facts-file.ts';
import { judgeSubscription } from './judge.ts';
import { judgementJson } from './judgement-json.ts';
import { decimalText, requireDecimal, sum } from './money.ts';
import { parsePeriod } from './periods.ts';
import type { Access, Verdict } from './statuses.ts';
import { summariseMoney } from './summarise-money.ts';
import { arbitraryFacts, BLINDFOLDS } from './testing/arbitrary-facts.ts';
import { contributor } from './testing/cause-case.ts';
import * as made from './testing/made-facts.ts';

const parsedOctober = parsePeriod('2026-10');
if (parsedOctober === null) throw new Error('period');
const october = parsedOctober;
const judge = (facts: Facts) => judgeSubscription(facts, october, made.NOW);
const told = (facts: Facts) =>
  JSON.parse(
    JSON.stringify(judgementJson(judge(facts), { facts, period: october, judgedAt: made.NOW })),
  ) as Record<string, unknown>;

const RUNS = { numRuns: 300 };
const backwards = <Value>(held: { state: string }): Value =>
  ('value' in held && Array.isArray(held.value)
    ? { ...held, value: held.value.toReversed() }
    : held) as Value;
const reversedMap = <Key, Value>(map: ReadonlyMap<Key, Value>): Map<Key, Value> =>
  new Map([...map].toReversed());

/** The same facts, answered in the other order. */
function reversed(facts: Facts): Facts {
  const { subscription, managing } = facts;
  const { delegations } = subscription;
  return {
    ...facts,
    managing: {
      ...managing,
      links: reversedMap(managing.links),
      groupMembers: new Map([...managing.groupMembers].map(([id, members]) => [id, members.toReversed()])),
    },
    subscription: {
      ...subscription,
      delegations:
        delegations.state === 'unread'
          ? delegations
          : read(
              delegations.value.toReversed().map((row) => ({
                ...row,
                definition: row.definition && {
                  ...row.definition,
                  authorizations: row.definition.authorizations.toReversed(),
                },
              })),
              delegations.at,
            ),
      roleAssignments: backwards(subscription.roleAssignments),
      costs: backwards(subscription.costs),
      groupedCosts: backwards(subscription.groupedCosts),
      denyAssignments: backwards(subscription.denyAssignments),
    },
  };
}

const GREEN: Record<Verdict, number> = {
  earning: 2,
  partial: 1,
  'not-earning': 0,
  'not-applicable': 0,
  pending: 0,
  unverified: 0,
  unknown: 0,
};
const REACH: Record<Access, number> = { covered: 2, partly: 1, 'not-covered': 0, unknown: 0 };

describe('whatever the facts', () => {
  it('the order in which Azure answered changes nothing that is said', () => {
    const answer = (facts: Facts) => {
      const { paths: _paths, evidence: _evidence, alsoCauses, days, ...rest } = told(facts);
      const sorted = (causes: unknown) => [...(causes as string[])].sort();
      return {
        ...rest,
        alsoCauses: sorted(alsoCauses),
        days: (days as { verdict: string; cause: string }[]).map(({ verdict, cause }) => [verdict, cause]),
      };
    };
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        expect(answer(reversed(facts))).toEqual(answer(facts));
      }),
      RUNS,
    );
  });

  it.each(Object.entries(BLINDFOLDS))('leaving %s unread never makes it greener', (_name, blindfold) => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const seen = judge(facts);
        const blind = judge(blindfold(facts));
        expect(GREEN[blind.verdict]).toBeLessThanOrEqual(GREEN[seen.verdict]);
        expect(REACH[blind.access]).toBeLessThanOrEqual(REACH[seen.access]);
      }),
      RUNS,
    );
  });

  it("a third partner's access changes no status", () => {
    fc.assert(
      fc.property(arbitraryFacts, (world) => {
        const facts: Facts = { ...world, profile: { ...world.profile, type: 'direct-bill' } };
        const { delegations, roleAssignments } = facts.subscription;
        if (delegations.state === 'unread' || roleAssignments.state === 'unread') return;
        const theirs = made.delegation(
          { managedByTenantId: made.STRANGER, authorizations: [contributor(50)] },
          { id: 'theirs' },
        );
        const group = made.roleAssignment({ id: 'their group', principalId: made.principal(99) });
        const crowded: Facts = {
          ...facts,
          subscription: {
            ...facts.subscription,
            delegations: read([...delegations.value, theirs], delegations.at),
            roleAssignments: read([...roleAssignments.value, group], roleAssignments.at),
          },
        };
        const statuses = ({ linked, access, credit, verdict, basis }: ReturnType<typeof judge>) => ({
          linked,
          access,
          credit,
          verdict,
          basis,
        });
        expect(statuses(judge(crowded))).toEqual(statuses(judge(facts)));
      }),
      RUNS,
    );
  });

  it('the facts file judges to the same answer, to the last word', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const text = JSON.stringify(factsFileOf({ facts, period: october, judgedAt: made.NOW }));
        const parsed = parseFactsFile(JSON.parse(text));
        expect(parsed.ok && told(parsed.file.facts)).toEqual(told(facts));
      }),
      { numRuns: 150 },
    );
  });
});

describe('money', () => {
  it('of all classes adds up to the amount read, over 100,000 lines, in each currency', () => {
    const cents = { EUR: 0n, USD: 0n, SEK: 0n };
    const names = ['EUR', 'USD', 'SEK'] as const;
    let seed = 42;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const lines = Array.from({ length: 100_000 }, () => {
      const currency = names[next(3)] ?? 'EUR';
      const amount = BigInt(next(2_000_000)) - 200_000n;
      cents[currency] += amount;
      const digits = (amount < 0n ? -amount : amount).toString().padStart(6, '0');
      return {
        currency,
        costClass: COST_CLASSES[next(COST_CLASSES.length)] ?? 'EARNED',
        net: requireDecimal(`${amount < 0n ? '-' : ''}${digits.slice(0, -5)}.${digits.slice(-5)}`),
        credit: null,
      };
    });
    const sums = classSums(lines);
    for (const currency of names) {
      const total = sum(sums.filter((row) => row.currency === currency).map(({ net }) => net));
      expect(total.times(100_000).toFixed()).toBe(cents[currency].toString());
    }
    for (const row of summariseMoney(sums, requireDecimal('0.15'))) {
      const parts = sum([row.eligibleGross, row.unclassifiedGross, row.ineligibleGross].map(requireDecimal));
      expect(parts.minus(requireDecimal(row.gross)).abs().lte('0.000002')).toBe(true);
      expect(decimalText(requireDecimal(row.gross).minus(requireDecimal(row.credit)).round(5))).toBe(
        decimalText(requireDecimal(row.net).round(5)),
      );
    }
  });
});
