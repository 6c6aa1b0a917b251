export type Currency = 'EUR' | 'USD' | 'GBP' | 'SEK';

/** What a charge is. Each kind shows itself in the cost data as Azure would show it, never by this name. */
export const CHARGE_KINDS = [
  'earned',
  'eligible',
  /** Eligible without credit, at a negotiated price of 85 % of the list's: it looks like credit and is none. */
  'look-alike',
  'marketplace',
  /** Published by somebody else, sold beside Azure's own. */
  'third-party',
  'reservation-purchase',
  'reservation-usage',
  'savings-plan',
  'spot',
  /** Only data that has a column of its own for it can show an offset by Azure credit. */
  'azure-credit',
  'other-product',
  'zero-price',
  'zero-price-credited',
  /** Flag and rate are empty: whether credit was given is not known. */
  'blank-flag',
] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];

export type ServiceKey =
  | 'virtual-machines'
  | 'storage'
  | 'sql-database'
  | 'app-service'
  | 'bandwidth'
  | 'key-vault'
  | 'voice'
  | 'reservations'
  | 'savings-plans'
  | 'marketplace';

/** One charge of a kind, the same amount on every day that it falls on. */
export type Charge = {
  kind: ChargeKind;
  /** After credit, in the currency's unit with at most six decimals; a refund is negative. */
  amount: string;
  /** '' for a charge that belongs to no resource group. */
  resourceGroup: string;
  service: ServiceKey;
  /** Day of the month on which it falls; null: every day. */
  onDay: number | null;
  /** First and last day, as 2026-10-31; null: no end. */
  from: string | null;
  until: string | null;
};

/** The same amount every day, so that a month is days times amount; null: no charge of that kind. */
export type ConstantCost = {
  kind: 'constant';
  currency: Currency;
  credited: string | null;
  /** Eligible, without credit. */
  uncredited: string | null;
  /** Credit follows access: all that is credited lies in this resource group, and nothing else does. */
  creditedGroup?: string;
};

/** Moves with the weekday, a little noise and growth; `creditedPercent` of each day is credited. */
export type VariedCost = {
  kind: 'varied';
  currency: Currency;
  baseCents: number;
  monthlyGrowthPercent: number;
  creditedPercent: number;
  creditedGroup?: string;
  /** Credited from this day on, and not before. */
  creditedFrom?: string;
  /** Reservations, Marketplace and the like beside the usage. */
  extras?: readonly Charge[];
};

export type ItemisedCost = { kind: 'itemised'; currency: Currency; charges: readonly Charge[] };

export type CostPlan = { kind: 'none' } | ConstantCost | VariedCost | ItemisedCost;

/** One line of a day's cost data. */
export type CostLine = {
  /** null: the charge belongs to the customer and to no subscription. */
  subscriptionId: string | null;
  day: string;
  currency: Currency;
  kind: ChargeKind;
  /** Millionths of the currency's unit, after credit. */
  micros: number;
  resourceGroup: string;
  service: ServiceKey;
};
