import { requireDecimal, sum, type Decimal } from '#lib/core/money.ts';
import { AzureFailure } from '../failure.ts';
import type { CostGroup } from './map.ts';

/** Cost of an open month grows while it is read; what is lost or comes twice with a page is far more. */
const TOLERANCE = requireDecimal('0.05');
const CENT = requireDecimal('0.01');

/** `moves`: the month is not closed yet. */
type Kept = { moves: boolean };

type Tally = {
  add: (days: readonly CostGroup[]) => void;
  /** Throws where the days that were read are not the month. */
  requireWhole: () => void;
};

const wrongRows = (what: string): AzureFailure =>
  new AzureFailure({ kind: 'malformed', source: 'cost-query', message: `rows: ${what}` });

type Amount = Pick<CostGroup, 'currency' | 'net'>;

const addTo = (sums: Map<string, Decimal>, amounts: readonly Amount[]): void => {
  for (const { currency, net } of amounts) sums.set(currency, sums.get(currency)?.plus(net) ?? net);
};

function requireSums(
  totals: readonly Amount[],
  read: ReadonlyMap<string, Decimal>,
  { moves, what }: Kept & { what: string },
): void {
  const currencies = new Set([...read.keys(), ...totals.map(({ currency }) => currency)]);
  for (const currency of currencies) {
    const nets = totals.filter((total) => total.currency === currency).map(({ net }) => net);
    const allowed = sum(nets.map((net) => net.abs()))
      .times(moves ? TOLERANCE : 0)
      .plus(CENT);
    const missing = sum(nets).minus(read.get(currency) ?? 0);
    if (missing.abs().gt(allowed)) throw wrongRows(`the ${what} do not add up to the month in ${currency}`);
  }
}

/** Amounts of which the month's total is known otherwise; a lost page of theirs would go unnoticed. */
export function requireTotal(totals: readonly Amount[], parts: readonly Amount[], kept: Kept): void {
  const read = new Map<string, Decimal>();
  addTo(read, parts);
  requireSums(totals, read, { ...kept, what: 'parts' });
}

/** A page that is left out, or answered empty, looks like the end of the cost: the month's totals tell. */
export function openTally(totals: readonly CostGroup[], kept: Kept): Tally {
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
      addTo(read, days);
    },
    requireWhole: () => requireSums(totals, read, { ...kept, what: 'days' }),
  };
}
