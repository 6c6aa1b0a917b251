import { decimalText, requireDecimal, sum } from '#lib/core/money.ts';
import { AzureFailure } from '../failure.ts';
import type { CostGroup } from './map.ts';

/** Cost of an open month grows while it is read; what is lost or comes twice with a page is far more. */
const TOLERANCE = requireDecimal('0.05');
const CENT = requireDecimal('0.01');

/** `moves`: the month is not closed yet. */
type Kept = { moves: boolean };

const wrongRows = (what: string): AzureFailure =>
  new AzureFailure({ kind: 'malformed', source: 'cost-query', message: `rows: ${what}` });

/** By currency. */
type Sums = Readonly<Record<string, string>>;

/** Amounts of which the month's total is known otherwise; a page of theirs that is lost would go unnoticed. */
export function openTotal(totals: readonly CostGroup[], before: Sums = {}) {
  const read = new Map(Object.entries(before).map(([currency, net]) => [currency, requireDecimal(net)]));
  return {
    add(groups: readonly CostGroup[]): void {
      for (const { currency, net } of groups) read.set(currency, read.get(currency)?.plus(net) ?? net);
    },
    sums: (): Sums => Object.fromEntries([...read].map(([currency, net]) => [currency, decimalText(net)])),
    requireWhole({ moves, what }: Kept & { what: string }): void {
      const currencies = new Set([...read.keys(), ...totals.map(({ currency }) => currency)]);
      for (const currency of currencies) {
        const nets = totals.filter((total) => total.currency === currency).map(({ net }) => net);
        const allowed = sum(nets.map((net) => net.abs()))
          .times(moves ? TOLERANCE : 0)
          .plus(CENT);
        const missing = sum(nets).minus(read.get(currency) ?? 0);
        if (missing.abs().lte(allowed)) continue;
        throw wrongRows(`the ${what} do not add up to the month in ${currency}`);
      }
    },
  };
}

/** What the pages so far came to, and the row that each of them began with. */
export type Tallied = { sums: Sums; firsts: readonly string[] };

const NOTHING: Tallied = { sums: {}, firsts: [] };

/** A page that is left out, or answered empty, looks like the end of the cost: the month's totals tell. */
export function openTally(totals: readonly CostGroup[], kept: Kept, before: Tallied = NOTHING) {
  const total = openTotal(totals, before.sums);
  const firsts = new Set(before.firsts);
  return {
    add(days: readonly CostGroup[]): void {
      const [first] = days;
      if (first !== undefined) {
        const row = `${first.day ?? ''} ${first.currency} ${first.keys.join(' ')}`;
        if (firsts.has(row)) throw wrongRows('a page came twice');
        firsts.add(row);
      }
      total.add(days);
    },
    tallied: (): Tallied => ({ sums: total.sums(), firsts: [...firsts] }),
    /** Throws where the days that were read are not the month. */
    requireWhole: (): void => total.requireWhole({ ...kept, what: 'days' }),
  };
}
