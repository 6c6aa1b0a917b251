import type { Charge, ChargeKind, CostLine, ServiceKey, VariedCost } from './cost-types.ts';
import type { Customer, Subscription } from './types.ts';

/** Months of history before the open one. */
const HISTORY_MONTHS = 13;

const DAY_MS = 86_400_000;
const GROWTH_FROM = Date.UTC(2026, 0, 1);
/** Sunday first: offices rest at the week's end, and so do their machines. */
const WEEKDAY_PERCENT = [71, 104, 107, 108, 106, 101, 75] as const;
const MICROS_PER_CENT = 10_000;

/** The days that Azure has costs for at this time: 13 months of history up to yesterday, in UTC. */
export function costDays(nowMs: number): { first: string; last: string } {
  const now = new Date(nowMs);
  const first = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - HISTORY_MONTHS, 1);
  return { first: dayText(first), last: dayText(nowMs - DAY_MS) };
}

const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The days from `from` to `to`, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let ms = Date.parse(from); ms <= Date.parse(to); ms += DAY_MS) days.push(dayText(ms));
  return days;
}

type Billed = Pick<Subscription, 'subscriptionId' | 'cost' | 'billing'>;

/** What Azure bills the partner for one day of a subscription; every way of asking is made from these lines. */
export function costLines(subscription: Billed, day: string): CostLine[] {
  const { subscriptionId, cost, billing } = subscription;
  if (cost.kind === 'none' || !isBilledOn(billing, day)) return [];
  const { currency } = cost;
  const complete = (line: Line): CostLine => ({ subscriptionId, day, currency, ...line });
  if (cost.kind === 'itemised') return chargesOn(cost.charges, day).map(complete);
  const amounts = cost.kind === 'varied' ? variedMicros(cost, subscriptionId, day) : constantMicros(cost);
  const usage = [
    ...spread(subscriptionId, 'earned', amounts.credited, partsOf(cost.creditedGroup, true)),
    ...spread(subscriptionId, 'eligible', amounts.uncredited, partsOf(cost.creditedGroup, false)),
  ];
  const extras = cost.kind === 'varied' ? chargesOn(cost.extras ?? [], day) : [];
  return [...usage, ...extras].map(complete);
}

/** Charges of a customer that belong to none of its subscriptions: purchases of commitments, as a rule. */
export const customerLines = ({ charges, billingCurrency }: Customer, day: string): CostLine[] =>
  chargesOn(charges, day).map((line) => ({ subscriptionId: null, day, currency: billingCurrency, ...line }));

function isBilledOn(billing: Subscription['billing'], day: string): boolean {
  if (billing === null || day < billing.since.slice(0, 10)) return false;
  return billing.until === null || day < billing.until.slice(0, 10);
}

type Line = Pick<CostLine, 'kind' | 'micros' | 'resourceGroup' | 'service'>;

const chargesOn = (charges: readonly Charge[], day: string): Line[] =>
  charges
    .filter(
      ({ onDay, from, until }) =>
        (onDay === null || onDay === Number(day.slice(8))) &&
        (from === null || day >= from) &&
        (until === null || day <= until),
    )
    .map(({ kind, amount, resourceGroup, service }) => ({
      kind,
      micros: microsOf(amount),
      resourceGroup,
      service,
    }));

/** Exact: no amount has more than six decimals. */
export function microsOf(amount: string): number {
  const found = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(amount);
  if (found === null) throw new Error(`${amount} is no amount`);
  const [, sign = '', whole = '', fraction = ''] = found;
  return Number(`${sign}${whole}${fraction.padEnd(6, '0')}`) || 0;
}

type Micros = { credited: number; uncredited: number };

const constantMicros = ({
  credited,
  uncredited,
}: {
  credited: string | null;
  uncredited: string | null;
}) => ({
  credited: microsOf(credited ?? '0'),
  uncredited: microsOf(uncredited ?? '0'),
});

function variedMicros(cost: VariedCost, subscriptionId: string, day: string): Micros {
  const ms = Date.parse(day);
  const months = (ms - GROWTH_FROM) / (30.4 * DAY_MS);
  const weekday = (WEEKDAY_PERCENT[new Date(ms).getUTCDay()] ?? 100) / 100;
  const noise = 0.94 + 0.12 * noiseOf(subscriptionId, ms / DAY_MS);
  const growth = (1 + cost.monthlyGrowthPercent / 100) ** months;
  const cents = Math.max(1, Math.round(cost.baseCents * weekday * noise * growth));
  const isCredited = cost.creditedFrom === undefined || day >= cost.creditedFrom;
  const credited = isCredited ? Math.round((cents * cost.creditedPercent) / 100) : 0;
  return { credited: credited * MICROS_PER_CENT, uncredited: (cents - credited) * MICROS_PER_CENT };
}

/** From 0 to 1, by subscription and day; cheap, as reports ask it a million times. */
function noiseOf(subscriptionId: string, day: number): number {
  let mixed = Number.parseInt(subscriptionId.slice(0, 8), 16) ^ Math.imul(day, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

type Part = { resourceGroup: string; service: ServiceKey };

const PARTS: readonly Part[] = [
  { resourceGroup: 'rg-web', service: 'virtual-machines' },
  { resourceGroup: 'rg-data', service: 'storage' },
  { resourceGroup: 'rg-network', service: 'bandwidth' },
];
const WIDER_PARTS: readonly Part[] = [
  { resourceGroup: 'rg-web', service: 'app-service' },
  { resourceGroup: 'rg-data', service: 'sql-database' },
  { resourceGroup: 'rg-network', service: 'bandwidth' },
];

type Mixes = readonly (readonly Part[])[];
const MIXES: Mixes = [PARTS, WIDER_PARTS];
const narrow = (belongs: (part: Part) => boolean): Mixes => MIXES.map((parts) => parts.filter(belongs));

function partsOf(creditedGroup: string | undefined, credited: boolean): Mixes {
  if (creditedGroup === undefined) return MIXES;
  return narrow(({ resourceGroup }) => (resourceGroup === creditedGroup) === credited);
}

/** An amount over resource groups and services; the last part takes what rounding leaves, so that the sum is exact. */
function spread(subscriptionId: string, kind: ChargeKind, micros: number, mixes: Mixes): Line[] {
  if (micros === 0) return [];
  const seed = Number.parseInt(subscriptionId.slice(0, 2), 16);
  const parts = mixes[seed % mixes.length] ?? [];
  const share = 0.4 + seed / 1024;
  let left = micros;
  return parts.map((part, index) => {
    const amount = index === parts.length - 1 ? left : Math.floor(left * share);
    left -= amount;
    return { kind, micros: amount, ...part };
  });
}

const CREDITED = new Set<ChargeKind>(['earned', 'zero-price-credited']);

/** What the credit flag of a line says; null: nothing. */
export const creditFlagOf = (kind: ChargeKind): boolean | null =>
  kind === 'blank-flag' ? null : CREDITED.has(kind);
