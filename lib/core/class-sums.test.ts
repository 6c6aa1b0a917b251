import { describe, expect, it } from 'vitest';
import { classSums } from './class-sums.ts';
import { rateSeenIn, seenRate } from './credit-rate.ts';
import { requireDecimal } from './money.ts';
import { line } from './testing/cause-case.ts';

const DAY = '2026-10-05';
const told = (...lines: ReturnType<typeof line>[]) =>
  classSums(lines).map(({ currency, costClass, net, credit }) => [
    currency,
    costClass,
    net.toFixed(),
    credit?.toFixed() ?? null,
  ]);
const dollars = (row: ReturnType<typeof line>) => ({ ...row, currency: 'USD' });

describe('sums by currency and class', () => {
  it('are exact, of each currency and class alone, in order', () => {
    expect(
      told(
        dollars(line(DAY, '5', 'EARNED', '1')),
        line(DAY, '0.2', 'ZERO_PRICE', '0'),
        line(DAY, '0.1', 'EARNED', '0.01'),
        line(DAY, '0.2', 'EARNED', '0.02'),
        dollars(line(DAY, '7', 'CREDIT_UNKNOWN', '0')),
      ),
    ).toEqual([
      ['EUR', 'EARNED', '0.3', '0.03'],
      ['EUR', 'ZERO_PRICE', '0.2', '0'],
      ['USD', 'CREDIT_UNKNOWN', '7', '0'],
      ['USD', 'EARNED', '5', '1'],
    ]);
    expect(told()).toEqual([]);
  });

  it('tell no credit where a part of it is not known, first or last', () => {
    const [known, unknown] = [line(DAY, '1', 'EARNED', '1'), line(DAY, '1', 'EARNED')];
    expect(told(known, unknown)).toEqual([['EUR', 'EARNED', '2', null]]);
    expect(told(unknown, known)).toEqual([['EUR', 'EARNED', '2', null]]);
  });

  it('leave the lines as they were', () => {
    const rows = [line(DAY, '1', 'EARNED', '1'), line(DAY, '2', 'EARNED', '1')];
    classSums(rows);
    expect(rows.map(({ net }) => net.toFixed())).toEqual(['1', '2']);
  });
});

describe('the rate of credit that lines tell', () => {
  const rate = (...lines: ReturnType<typeof line>[]) => seenRate(classSums(lines))?.toFixed() ?? null;

  it('is the highest of earned lines, to four places', () => {
    expect(rate(line(DAY, '85', 'EARNED', '15'))).toBe('0.15');
    expect(rate(line(DAY, '90', 'EARNED', '10'), dollars(line(DAY, '85', 'EARNED', '15')))).toBe('0.15');
    expect(rate(line(DAY, '85', 'EARNED', '15'), dollars(line(DAY, '90', 'EARNED', '10')))).toBe('0.15');
    expect(rate(line(DAY, '2', 'EARNED', '1'))).toBe('0.3333');
    expect(rate(line(DAY, '-85', 'EARNED', '-15'))).toBe('0.15');
  });

  it('is none of other classes, of lines that tell none, and of amounts that make no rate', () => {
    expect(rate()).toBeNull();
    expect(rate(line(DAY, '85', 'ELIGIBLE_NOT_EARNED', '15'))).toBeNull();
    expect(rate(line(DAY, '85', 'EARNED'))).toBeNull();
    expect(rate(line(DAY, '0', 'EARNED', '15'))).toBeNull();
    expect(rate(line(DAY, '85', 'EARNED', '0'))).toBeNull();
    expect(rate(line(DAY, '85', 'EARNED', '-15'))).toBeNull();
    expect(rate(line(DAY, '-15', 'EARNED', '15'))).toBeNull();
    expect(rate(line(DAY, '-5', 'EARNED', '15'))).toBeNull();
    expect(rate(line(DAY, '0.00001', 'EARNED', '15'))).toBeNull();
  });

  it('is the assumed one where none was seen, and says so', () => {
    const assumed = requireDecimal('0.15');
    const seen = rateSeenIn(classSums([line(DAY, '90', 'EARNED', '10')]), assumed);
    expect([seen.fraction.toFixed(), seen.basis]).toEqual(['0.1', 'seen']);
    expect(rateSeenIn([], assumed)).toEqual({ fraction: assumed, basis: 'assumed' });
  });
});
