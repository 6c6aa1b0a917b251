import { expect, test } from 'vitest';
import { wordsOf } from '#components/language/testing/words-of.tsx';
import type { Language } from '#lib/texts/languages.ts';
import type { Overview } from '#lib/queries/schemas/overview.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { Finding } from './finding.tsx';

const money = (currency: string, missedAtMost: string): Money => ({
  currency,
  net: '0',
  gross: '0',
  credit: '0',
  missed: '0',
  missedAtMost,
  eligibleGross: '0',
  creditedGross: '0',
  unclassifiedGross: '0',
  ineligibleGross: '0',
  coverage: null,
  coverageAtLeast: null,
  rate: '0.15',
  rateBasis: 'assumed',
});

const NOBODY = {
  earning: 0,
  partial: 0,
  'not-earning': 0,
  'not-applicable': 0,
  pending: 0,
  unverified: 0,
  unknown: 0,
};

function overview(totals: Money[], costs: 'complete' | 'partial'): Overview {
  const read = {
    expected: 1,
    read: 1,
    rows: 1,
    rowsExpected: 1,
    rowsRead: 1,
    asOf: null,
    failed: 0,
    failures: [],
  };
  return {
    period: '2026-11',
    open: true,
    totals,
    together: null,
    previous: { period: '2026-10', totals: [] },
    matrix: [],
    customers: { total: 4, byVerdict: { ...NOBODY, 'not-earning': 1, partial: 1, earning: 2 } },
    days: [],
    largestGaps: [],
    trend: [],
    changes: {
      ...{ since: '2026-11-14T00:00:00Z', total: 0, newest: [], byKind: [] },
      sinceYesterday: { since: '2026-11-20T00:00:00Z', total: 0 },
    },
    periods: ['2026-11'],
    completeness: [{ source: 'costs', status: costs, ...read }],
  };
}

const words = (of: Overview, language?: Language) => wordsOf(<Finding overview={of} />, language);

test('names every currency beside the others, never a sum', () => {
  expect(words(overview([money('EUR', '120.5'), money('USD', '7')], 'complete'))).toBe(
    '2 of 4 customers do not earn all the credit they could. Up to €120.50 and US$7.00 of credit was missed in November so far.',
  );
});

test('calls the missed credit unknown where no cost was read', () => {
  expect(words(overview([], 'partial'))).toContain(
    'No cost was read for November, so what was missed is unknown.',
  );
});

test('limits its claim to the cost that was read', () => {
  expect(words(overview([money('EUR', '0')], 'partial'))).toContain(
    'No credit was missed in November so far, on the cost that was read.',
  );
});

test('writes money and counts as the language does', () => {
  const of = overview([money('EUR', '1120.5'), money('USD', '7')], 'complete');
  expect(words(of, 'nl')).toBe(
    '2 van 4 klanten verdienen niet al het mogelijke tegoed. In november tot nu toe is tot € 1.120,50 en US$ 7,00 aan tegoed gemist.'.replaceAll(
      /(€|US\$) /g,
      '$1\u00a0',
    ),
  );
  expect(words(of, 'zh-Hant')).toContain('11月迄今最多錯失 €1,120.50和US$7.00 的點數。');
});
