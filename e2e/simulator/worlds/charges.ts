import type { Charge, ChargeKind, ConstantCost, Currency, ItemisedCost, ServiceKey } from './cost-types.ts';

const SERVICE_OF: Readonly<Partial<Record<ChargeKind, ServiceKey>>> = {
  marketplace: 'marketplace',
  'third-party': 'marketplace',
  'reservation-purchase': 'reservations',
  'savings-plan': 'savings-plans',
  'other-product': 'voice',
  'zero-price': 'key-vault',
  'zero-price-credited': 'key-vault',
};

type Where = Partial<Pick<Charge, 'resourceGroup' | 'service' | 'onDay' | 'from' | 'until'>>;

/** A charge of every day in rg-web, unless said otherwise. */
export const charge = (kind: ChargeKind, amount: string, where: Where = {}): Charge => ({
  kind,
  amount,
  resourceGroup: 'rg-web',
  service: SERVICE_OF[kind] ?? 'virtual-machines',
  onDay: null,
  from: null,
  until: null,
  ...where,
});

export const itemised = (currency: Currency, ...charges: readonly Charge[]): ItemisedCost => ({
  kind: 'itemised',
  currency,
  charges,
});

/** The same every day: what earned credit, and what could have. */
export const daily = (
  currency: Currency,
  credited: string | null,
  uncredited: string | null,
): ConstantCost => ({
  kind: 'constant',
  currency,
  credited,
  uncredited,
});
