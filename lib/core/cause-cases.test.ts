import { describe, expect, it } from 'vitest';
import { CAUSES, type Cause } from './causes.ts';
import { judgeSubscription } from './judge.ts';
import { parsePeriod } from './periods.ts';
import type { CauseCase, CauseCases } from './testing/cause-case.ts';
import { billingCases } from './testing/cause-cases/billing.ts';
import { costCases } from './testing/cause-cases/cost.ts';
import { delegationCases } from './testing/cause-cases/delegation.ts';
import { identityCases } from './testing/cause-cases/identity.ts';
import { scopeAndTimeCases } from './testing/cause-cases/scope-and-time.ts';
import { madeFacts, NOW } from './testing/made-facts.ts';

const october = parsePeriod('2026-10');
if (october === null) throw new Error('period');

/** The type asks for a typical, an edge and a near-miss case of every code. */
const CASES: Record<Cause, CauseCases> = {
  ...billingCases,
  ...delegationCases,
  ...identityCases,
  ...scopeAndTimeCases,
  ...costCases,
};

function judged({ made, now, expected: { also, ...expected } }: CauseCase) {
  const judgement = judgeSubscription(madeFacts(made), october ?? never(), now ?? NOW);
  expect(judgement).toMatchObject(expected);
  expect(judgement.alsoCauses).toEqual(expect.arrayContaining([...(also ?? [])]));
  return [judgement.cause, ...judgement.alsoCauses];
}

function never(): never {
  throw new Error('period');
}

describe.each(CAUSES.map((cause) => [cause, CASES[cause]] as const))('%s', (cause, cases) => {
  it(`is told of: ${cases.typical.name}`, () => {
    expect(judged(cases.typical)).toContain(cause);
  });

  it(`is told of, at the edge: ${cases.edge.name}`, () => {
    expect(judged(cases.edge)).toContain(cause);
  });

  it(`is not told of: ${cases.nearMiss.name}`, () => {
    expect(judged(cases.nearMiss)).not.toContain(cause);
  });
});
