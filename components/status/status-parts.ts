import type { BarSegment, Part } from '#components/grid/grid-shape.ts';
import { formatAge, formatInstant, isStale } from '#components/ui/format-dates.ts';
import { formatMoney, formatPercent, isZero } from '#components/ui/format-numbers.ts';
import { TONE_FILL } from '#components/ui/tone.ts';
import type { Cause } from '#lib/core/causes.ts';
import { VERDICTS } from '#lib/core/statuses.ts';
import type { Money, SubscriptionCounts } from '#lib/queries/schemas/shared.ts';
import { causeWords } from './cause-words.ts';
import { coverageShape } from './coverage-shape.ts';
import { VERDICT_LOOKS, type Look } from './verdict-looks.ts';
import { verdictText, type JudgedVerdict } from './verdict-text.ts';

/** Lines of a list's cells: the same words and looks as the components beside, as data. */
export const textPart = (text: string, look: (Part & { kind: 'text' })['look'] = 'plain'): Part => ({
  ...{ kind: 'text', text, look },
});

export const nonePart = (why: string): Part => ({ kind: 'none', why });

export const lookPart = ({ tone, icon, word }: Look): Part => ({ kind: 'badge', tone, icon, text: word });

export const verdictPart = (judged: JudgedVerdict): Part => ({
  ...lookPart({ ...VERDICT_LOOKS[judged.verdict], word: verdictText(judged) }),
});

export const causeParts = (cause: Cause | null): Part[] =>
  cause === null || cause === 'earning' ? [] : [textPart(causeWords(cause).title, 'soft')];

const NO_COST = nonePart('no cost read');

export const amountPart = (amount: string, currency: string, before = ''): Part => ({
  ...{ kind: 'amount', text: formatMoney(amount, currency), before, zero: isZero(amount) },
});

/** One line per currency; currencies are never added. */
export const amountParts = (totals: readonly Money[], figure: 'gross' | 'credit' | 'net'): Part[] =>
  totals.length === 0 ? [NO_COST] : totals.map((money) => amountPart(money[figure], money.currency));

type Missed = Pick<Money, 'currency' | 'missed' | 'missedAtMost'>;

/** The estimate of credit missed; "up to" while some of the cost is not known to be eligible. */
export const missedPart = ({ missed, missedAtMost, currency }: Missed): Part =>
  amountPart(missedAtMost, currency, Number(missed) === Number(missedAtMost) ? '' : 'up to');

export const missedParts = (totals: readonly Missed[]): Part[] =>
  totals.length === 0 ? [NO_COST] : totals.map(missedPart);

function coverageTextPart({ coverage, coverageAtLeast }: Money): Part {
  if (coverage !== null) return textPart(formatPercent(coverage));
  if (coverageAtLeast === null) return nonePart('no cost to cover');
  return { kind: 'amount', before: 'at least', text: formatPercent(coverageAtLeast), zero: false };
}

export const coverageTexts = (totals: readonly Money[]): Part[] => totals.map(coverageTextPart);

export const coverageParts = (totals: readonly Money[]): Part[] =>
  totals.length === 0
    ? [NO_COST]
    : totals.flatMap((money) => [coverageTextPart(money), coverageBarPart(money)]);

function coverageBarPart(money: Money): Part {
  const { segments, text } = coverageShape(money);
  const named = text === '' ? 'no cost to cover' : text;
  return { kind: 'bar', text: `${money.currency}: ${named}`, segments: segments.map(toSegment) };
}

const toSegment = ({ look, share }: BarSegment): BarSegment => ({ look, share });

/** Subscriptions by verdict: words, and a thin bar that says the same. */
export function countParts({ byVerdict }: Pick<SubscriptionCounts, 'byVerdict'>): Part[] {
  const shown = VERDICTS.filter((verdict) => byVerdict[verdict] > 0);
  const words = shown.map((verdict) =>
    `${byVerdict[verdict]} ${VERDICT_LOOKS[verdict].word.toLowerCase()}`.replaceAll(' ', '\u00a0'),
  );
  const segments = shown.map((verdict) => ({
    look: `${TONE_FILL[VERDICT_LOOKS[verdict].tone]}${verdict === 'unknown' ? ' hatch' : ''}`,
    share: byVerdict[verdict],
  }));
  if (shown.length === 0) return [nonePart('none')];
  return [textPart(words.join(', '), 'soft'), { kind: 'bar', text: '', segments }];
}

/** Age of data: never read, fresh, or stale with a sign. */
export function ageParts(at: string | null, now: string, verb = ''): Part[] {
  if (at === null) return [textPart('Never read', 'faint')];
  const before = verb === '' ? '' : `${verb} `;
  const age: Part = { kind: 'time', at, text: formatAge(at, now), exact: formatInstant(at), before };
  return isStale(at, now) ? [{ kind: 'badge', tone: 'part', icon: 'stale', text: 'Stale' }, age] : [age];
}
