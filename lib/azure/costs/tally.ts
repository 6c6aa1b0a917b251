import { decimalText, requireDecimal, sum, type Decimal } from '#lib/core/money.ts';
import { AzureFailure } from '../failure.ts';
import type { CostGroup } from './map.ts';

const CENT = requireDecimal('0.01');

/** Asks for the totals anew, as an open month grows while it is read; null: the month is closed. */
export type AskAgain = (() => Promise<readonly CostGroup[]>) | null;

const wrongRows = (what: string): AzureFailure =>
  new AzureFailure({ kind: 'malformed', source: 'cost-query', message: `rows: ${what}` });

/** By currency. */
type Sums = Readonly<Record<string, string>>;

const netOf = (totals: readonly CostGroup[], currency: string): Decimal =>
  sum(totals.filter((total) => total.currency === currency).map(({ net }) => net));

/** Of an open month that grows away from nothing while it is read: a total that has shrunk may itself lack a page. */
function isOnTheWay(net: Decimal, { from, to }: { from: Decimal; to: Decimal }): boolean {
  const [low, high] = from.lt(to) ? [from, to] : [to, from];
  return to.abs().gte(from.abs()) && net.gte(low.minus(CENT)) && net.lte(high.plus(CENT));
}

/** Amounts of which the month's total is known otherwise; a page of theirs that is lost would go unnoticed. */
export function openTotal(totals: readonly CostGroup[], before: Sums = {}) {
  const read = new Map(Object.entries(before).map(([currency, net]) => [currency, requireDecimal(net)]));
  /** A currency whose amounts are not what the month came to between the totals that were told first and these. */
  function findWrong(after: readonly CostGroup[]): string | null {
    const currencies = new Set([...read.keys(), ...[...totals, ...after].map(({ currency }) => currency)]);
    for (const currency of currencies) {
      const told = { from: netOf(totals, currency), to: netOf(after, currency) };
      if (!isOnTheWay(read.get(currency) ?? sum([]), told)) return currency;
    }
    return null;
  }
  return {
    add(groups: readonly CostGroup[]): void {
      for (const { currency, net } of groups) read.set(currency, read.get(currency)?.plus(net) ?? net);
    },
    sums: (): Sums => Object.fromEntries([...read].map(([currency, net]) => [currency, decimalText(net)])),
    /** Throws where something is missing or came twice; the totals are asked for again only where they differ. */
    async requireWhole({ again, what }: { again: AskAgain; what: string }): Promise<void> {
      const wrong = findWrong(totals);
      if (wrong === null) return;
      const stillWrong = again === null ? wrong : findWrong(await again());
      if (stillWrong !== null) throw wrongRows(`the ${what} do not add up to the month in ${stillWrong}`);
    },
  };
}

/** What the pages so far came to, and the row that each of them began with. */
export type Tallied = { sums: Sums; firsts: readonly string[] };

const NOTHING: Tallied = { sums: {}, firsts: [] };

/** A page that is left out, or answered empty, looks like the end of the cost: the month's totals tell. */
export function openTally(totals: readonly CostGroup[], again: AskAgain, before: Tallied = NOTHING) {
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
    requireWhole: (): Promise<void> => total.requireWhole({ again, what: 'days' }),
  };
}
