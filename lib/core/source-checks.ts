import { sum, type Decimal } from './money.ts';
import type { Period } from './periods.ts';
import type { Source } from './statuses.ts';
import { tellStepReason } from './step-reasons.ts';

/** Where two sources tell of the same thing. */
export const SOURCE_CHECKS = [
  'billed-customers',
  'billed-tenants',
  'billed-subscriptions',
  'delegations-by-list',
  'cost-by-two-ways',
  'cost-by-query',
] as const;
export type SourceCheckName = (typeof SOURCE_CHECKS)[number];

/** Which source is not whole where they differ. */
export const CHECKED_SOURCE: Readonly<Record<SourceCheckName, Source>> = {
  'billed-customers': 'billing-customers',
  'billed-tenants': 'billing-customers',
  'billed-subscriptions': 'billing-subscriptions',
  'delegations-by-list': 'delegations',
  'cost-by-two-ways': 'costs',
  'cost-by-query': 'costs',
};

/** What came of it: nothing compared is no agreement. */
export type SourceCheck = { compared: number; differing: number; example: string | null };

const checkOf = (compared: number, differing: readonly string[]): SourceCheck => ({
  compared,
  differing: differing.length,
  example: differing[0] ?? null,
});

/** Customers that billed subscriptions name have to be in the list of billed customers. */
export function compareCustomers(named: Iterable<string>, listed: Iterable<string>): SourceCheck {
  const known = new Set([...listed].map((id) => id.toLowerCase()));
  const asked = [...new Set([...named].map((id) => id.toLowerCase()))].sort();
  return checkOf(
    asked.length,
    asked.filter((id) => !known.has(id)).map((id) => tellStepReason('unlisted-customer', { customer: id })),
  );
}

/** A billed customer of whom no source tells the tenant is judged and shown nowhere else. */
export const compareTenants = ({
  listed,
  unidentified,
}: {
  listed: readonly string[];
  unidentified: readonly string[];
}): SourceCheck =>
  checkOf(
    listed.length,
    unidentified.toSorted().map((id) => tellStepReason('unknown-tenant', { customer: id })),
  );

/** Subscriptions with cost of ours are billed by us: what Resource Graph shows of them, billing has to list. */
export function compareSubscriptions({
  seen,
  costed,
  billed,
}: {
  seen: Iterable<string>;
  costed: Iterable<string>;
  billed: Iterable<string>;
}): SourceCheck {
  const listed = new Set(billed);
  const charged = new Set(costed);
  const asked = [...new Set(seen)].filter((id) => charged.has(id)).sort();
  return checkOf(
    asked.length,
    asked
      .filter((id) => !listed.has(id))
      .map((id) => tellStepReason('unlisted-subscription', { subscription: id })),
  );
}

/** Of a sample of subscriptions: delegations by Resource Graph and by the list of Resource Manager. */
export function compareDelegations(
  samples: readonly { subscriptionId: string; graph: Iterable<string>; list: Iterable<string> }[],
): SourceCheck {
  const differing = samples.flatMap(({ subscriptionId, graph, list }) => {
    const [left, right] = [new Set(graph), new Set(list)];
    const lacked = [...right.difference(left), ...left.difference(right)].sort();
    return lacked.length === 0
      ? []
      : [
          tellStepReason('delegations-differ', {
            subscription: subscriptionId,
            graph: left.size,
            list: right.size,
          }),
        ];
  });
  return checkOf(samples.length, differing);
}

export type CurrencyTotals = ReadonlyMap<string, Decimal>;

/** Two ways read the same month at different moments: an open one has grown in between. */
const GROWN = '0.05';
const CENT = '0.01';

/** Totals of a customer's month by its own read and by that of its billing profile, by currency. */
export function compareCosts(
  own: CurrencyTotals,
  profile: CurrencyTotals,
  { open }: { open: boolean },
): SourceCheck {
  const currencies = [...new Set([...own.keys(), ...profile.keys()])].sort();
  const zero = sum([]);
  const differing = currencies.flatMap((currency) => {
    const [one, other] = [own.get(currency) ?? zero, profile.get(currency) ?? zero];
    const allowed = one
      .abs()
      .times(open ? GROWN : 0)
      .plus(CENT);
    return one.minus(other).abs().lte(allowed)
      ? []
      : [tellStepReason('costs-differ', { own: one.toFixed(2), currency, profile: other.toFixed(2) })];
  });
  return checkOf(currencies.length, differing);
}

/** Lines are rounded each, and there may be two million of them. */
const ROUNDED = '0.000001';

/** A closed month of a billing profile: the lines of its cost details or export, and the total that a query tells. */
export function compareTotals(
  lines: CurrencyTotals,
  query: CurrencyTotals,
  { period, profile }: { period: Period; profile: string },
): SourceCheck {
  const currencies = [...new Set([...lines.keys(), ...query.keys()])].sort();
  const zero = sum([]);
  const differing = currencies.flatMap((currency) => {
    const [held, asked] = [lines.get(currency) ?? zero, query.get(currency) ?? zero];
    const allowed = held.abs().times(ROUNDED).plus(CENT);
    if (held.minus(asked).abs().lte(allowed)) return [];
    const amounts = { lines: held.toFixed(2), currency, query: asked.toFixed(2) };
    return [tellStepReason('totals-differ', { period, profile, ...amounts })];
  });
  return checkOf(currencies.length, differing);
}

/** Some of many, others for another seed; always the same for the same one. */
export function sampleOf<Id extends string>(ids: readonly Id[], seed: string, count: number): Id[] {
  const weight = (id: Id): number => {
    let hash = 2_166_136_261;
    for (const character of `${seed}${id}`) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
    }
    return hash;
  };
  return ids
    .map((id) => ({ id, at: weight(id) }))
    .toSorted((left, right) => left.at - right.at)
    .slice(0, count)
    .map(({ id }) => id);
}
