import type { Part } from '#components/grid/grid-shape.ts';
import { isStale } from '#components/ui/is-stale.ts';
import { isZero } from '#components/ui/is-zero.ts';
import { TONE_FILL } from '#components/ui/tone.ts';
import type { Cause } from '#lib/core/causes.ts';
import { VERDICTS } from '#lib/core/statuses.ts';
import type { Money, SubscriptionCounts } from '#lib/queries/schemas/shared.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { coverageShape, noCoverageText } from './coverage-shape.ts';
import { lookPart, nonePart, textPart } from './status-parts.ts';
import { looksIn } from './use-looks.ts';
import { verdictText, type JudgedVerdict } from './verdict-text.ts';

type Missed = Pick<Money, 'currency' | 'missed' | 'missedAtMost'>;

/** Lines of a list's cells in a language: the same words and looks as the components beside, as data. */
export const partsIn = (wording: Wording) => ({ ...moneyParts(wording), ...statusParts(wording) });

function moneyParts({ texts, formats }: Wording) {
  const t = texts('figures');
  const noCost = nonePart(t('noCostRead'));
  const amount = (text: string, currency: string, before = ''): Part => ({
    ...{ kind: 'amount', text: formats.money(text, currency), before, zero: isZero(text) },
  });
  /** The estimate of credit missed; "up to" while some of the cost is not known to be eligible. */
  const missedOf = ({ missed, missedAtMost, currency }: Missed): Part =>
    amount(missedAtMost, currency, Number(missed) === Number(missedAtMost) ? '' : t('upToWord'));
  return {
    amount,
    missedOf,
    /** One line per currency; currencies are never added. */
    amounts: (totals: readonly Money[], figure: 'gross' | 'credit' | 'net'): Part[] =>
      totals.length === 0 ? [noCost] : totals.map((money) => amount(money[figure], money.currency)),
    missed: (totals: readonly Missed[]): Part[] => (totals.length === 0 ? [noCost] : totals.map(missedOf)),
  };
}

function coverageTextIn({ texts, formats }: Wording): (money: Money) => Part {
  const t = texts('figures');
  return (money) => {
    const { coverage, coverageAtLeast } = money;
    if (coverage !== null) return textPart(formats.percent(coverage));
    if (coverageAtLeast === null) return nonePart(t(noCoverageText(money)));
    return { kind: 'amount', before: t('atLeastWord'), text: formats.percent(coverageAtLeast), zero: false };
  };
}

function statusParts(wording: Wording) {
  const causes = wording.texts('causes');
  const coverageText = coverageTextIn(wording);
  const looks = looksIn(wording.texts('statuses'));
  const bar = (money: Money): Part => {
    const { segments, text } = coverageShape(wording, money);
    return { kind: 'bar', text, segments: segments.map(({ look, share }) => ({ look, share })) };
  };
  return {
    looks,
    verdict: (judged: JudgedVerdict): Part =>
      lookPart({ ...looks.verdict(judged.verdict), word: verdictText(wording, judged) }),
    cause: (cause: Cause | null): Part[] =>
      cause === null || cause === 'earning' ? [] : [textPart(causes(`${cause}.title`), 'soft')],
    coverageTexts: (totals: readonly Money[]): Part[] => totals.map(coverageText),
    coverage: (totals: readonly Money[]): Part[] =>
      totals.length === 0
        ? [nonePart(wording.texts('figures')('noCostRead'))]
        : totals.flatMap((money) => [coverageText(money), bar(money)]),
    counts: ({ byVerdict }: Pick<SubscriptionCounts, 'byVerdict'>) => countParts(wording, byVerdict),
    age: (at: string | null, now: string) => ageParts(wording, at, now),
  };
}

/** Of what a line of a narrow column holds. */
const LINE_LETTERS = 17;

/** On one line where it fits on one; longer words would be broken anywhere if they could not be between them. */
const unbroken = (text: string): string =>
  text.length < LINE_LETTERS ? text.replaceAll(' ', '\u00a0') : text;

/** Subscriptions by verdict: words, and a thin bar that says the same. */
function countParts({ texts, formats }: Wording, byVerdict: SubscriptionCounts['byVerdict']): Part[] {
  const looks = looksIn(texts('statuses'));
  const shown = VERDICTS.filter((verdict) => byVerdict[verdict] > 0);
  if (shown.length === 0) return [nonePart(texts('figures')('none'))];
  const words = shown.map((verdict) =>
    unbroken(`${formats.count(byVerdict[verdict])}\u00a0${looks.verdict(verdict).word.toLocaleLowerCase()}`),
  );
  const segments = shown.map((verdict) => ({
    look: `${TONE_FILL[looks.verdict(verdict).tone]}${verdict === 'unknown' ? ' hatch' : ''}`,
    share: byVerdict[verdict],
  }));
  return [textPart(words.join(', '), 'faint'), { kind: 'bar', text: '', segments }];
}

/** Age of data: never read, fresh, or stale with a sign. */
function ageParts({ texts, formats }: Wording, at: string | null, now: string): Part[] {
  const t = texts('sources');
  if (at === null) return [textPart(t('neverRead'), 'faint')];
  const text = t('readWhen', { age: formats.age(at, now) });
  const age: Part = { kind: 'time', at, text, exact: formats.instant(at), before: '' };
  return isStale(at, now) ? [{ kind: 'badge', tone: 'part', icon: 'stale', text: t('stale') }, age] : [age];
}
