import { describe, expect, it } from 'vitest';
import { planCostSamples, type HeldMonth } from './cost-samples.ts';
import { parsePeriod, type Period } from './periods.ts';

const NOW = '2026-11-21T02:00:00Z';
const monthOf = (text: string): Period => {
  const period = parsePeriod(text);
  if (period === null) throw new Error('period');
  return period;
};
const profile = (billingProfileName: string) =>
  ({ kind: 'profile', billingAccountName: 'a', billingProfileName }) as const;
const held = (name: string, period: string, more: Partial<HeldMonth> = {}): HeldMonth => ({
  ...{ scope: profile(name), period: monthOf(period), way: 'export', asOf: '2026-11-10T02:00:00Z' },
  ...{ checkedAt: null, differed: false, ...more },
});
const planned = (months: HeldMonth[], refused: string[] = []) =>
  planCostSamples(months, {
    now: NOW,
    tried: refused.map((name) => ({
      ...{ way: 'query-profile', scope: profile(name), permitted: false, at: '2026-11-20T02:00:00Z' },
    })),
  }).map(({ scope, period }) => `${scope.billingProfileName} ${period}`);

describe('months of cost that a query is held against', () => {
  it('are closed, were read from files after they closed, and are of two profiles', () => {
    expect(
      planned([
        held('a', '2026-11'),
        held('a', '2026-10'),
        held('a', '2026-09'),
        held('b', '2026-10', { asOf: '2026-11-04T02:00:00Z' }),
        held('c', '2026-10', { way: 'query-profile' }),
        held('d', '2026-10', { way: 'report-profile' }),
        held('e', '2026-10'),
      ]),
    ).toEqual(['a 2026-10', 'd 2026-10']);
  });

  it('are those that were asked for longest ago, and before them those that differed', () => {
    const [monday, tuesday] = ['2026-11-16T02:00:00Z', '2026-11-17T02:00:00Z'];
    const months = [
      held('a', '2026-10', { checkedAt: tuesday }),
      held('a', '2026-09', { checkedAt: monday }),
      held('b', '2026-10', { checkedAt: tuesday, differed: true }),
      held('c', '2026-10', { checkedAt: tuesday }),
    ];
    expect(planned(months)).toEqual(['b 2026-10', 'a 2026-09']);
  });

  it('are none where another run of the night has asked', () => {
    const months = [held('a', '2026-10', { checkedAt: '2026-11-21T00:00:00Z' }), held('b', '2026-10')];
    expect(planned(months)).toEqual([]);
  });

  it('are none of profiles that are known to refuse queries', () => {
    expect(planned([held('a', '2026-10'), held('b', '2026-10')], ['a'])).toEqual(['b 2026-10']);
  });
});
