import { requireDecimal, sum, type Decimal } from '#lib/core/money.ts';
import { AzureFailure } from '../failure.ts';
import type { CostGroup } from './map.ts';

/** Cost of an open month grows while it is read; what is lost or comes twice with a page is far more. */
const TOLERANCE = requireDecimal('0.05');
const CENT = requireDecimal('0.01');

type Tally = {
  add: (days: readonly CostGroup[]) => void;
  /** Throws where the days that were read are not the month. */
  requireWhole: () => void;
};

const wrongRows = (what: string): AzureFailure =>
  new AzureFailure({ kind: 'malformed', source: 'cost-query', message: `rows: ${what}` });

const netsOf = (groups: readonly CostGroup[], currency: string): Decimal[] =>
  groups.filter((group) => group.currency === currency).map(({ net }) => net);

/** A page that is left out, or answered empty, looks like the end of the cost: the month's totals tell. */
export function openTally(totals: readonly CostGroup[], { moves }: { moves: boolean }): Tally {
  const read = new Map<string, Decimal>();
  const firsts = new Set<string>();
  return {
    add(days) {
      const [first] = days;
      if (first !== undefined) {
        const row = `${first.day ?? ''} ${first.currency} ${first.keys.join(' ')}`;
        if (firsts.has(row)) throw wrongRows('a page came twice');
        firsts.add(row);
      }
      for (const { currency, net } of days) read.set(currency, read.get(currency)?.plus(net) ?? net);
    },
    requireWhole() {
      const currencies = new Set([...read.keys(), ...totals.map(({ currency }) => currency)]);
      for (const currency of currencies) {
        const nets = netsOf(totals, currency);
        const allowed = sum(nets.map((net) => net.abs()))
          .times(moves ? TOLERANCE : 0)
          .plus(CENT);
        const missing = sum(nets).minus(read.get(currency) ?? 0);
        if (missing.abs().lte(allowed)) continue;
        throw wrongRows(`the days do not add up to the month in ${currency}`);
      }
    },
  };
}
