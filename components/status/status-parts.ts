import type { Part } from '#components/grid/grid-shape.ts';
import { formatMoney, isZero } from '#components/ui/format-numbers.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import type { Look } from './verdict-looks.ts';

/** Lines of a list's cells: the same words and looks as the components beside, as data. */
export const textPart = (text: string, look: (Part & { kind: 'text' })['look'] = 'plain'): Part => ({
  ...{ kind: 'text', text, look },
});

export const nonePart = (why: string): Part => ({ kind: 'none', why });

export const lookPart = ({ tone, icon, word }: Look): Part => ({ kind: 'badge', tone, icon, text: word });

const NO_COST = nonePart('no cost read');

export const amountPart = (amount: string, currency: string, before = ''): Part => ({
  ...{ kind: 'amount', text: formatMoney(amount, currency), before, zero: isZero(amount) },
});

type Missed = Pick<Money, 'currency' | 'missed' | 'missedAtMost'>;

/** The estimate of credit missed; "up to" while some of the cost is not known to be eligible. */
export const missedPart = ({ missed, missedAtMost, currency }: Missed): Part =>
  amountPart(missedAtMost, currency, Number(missed) === Number(missedAtMost) ? '' : 'up to');

export const missedParts = (totals: readonly Missed[]): Part[] =>
  totals.length === 0 ? [NO_COST] : totals.map(missedPart);
