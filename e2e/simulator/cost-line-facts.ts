import { creditFlagOf } from './worlds/costs.ts';
import type { ChargeKind, CostLine } from './worlds/cost-types.ts';
import { SERVICES, type Service } from './worlds/services.ts';

/** How a kind of charge shows itself; the same whatever way the cost is read. */
type Look = {
  publisherType: 'Azure' | 'Marketplace';
  chargeType: 'Usage' | 'Purchase' | 'Refund';
  pricingModel: 'OnDemand' | 'Reservation' | 'SavingsPlan' | 'Spot';
  provider: string;
  hasReservation: boolean;
  hasBenefit: boolean;
  isFree: boolean;
  /** Share of the list price that is paid before credit. */
  negotiated: number;
  creditType: string;
};

const USAGE: Look = {
  publisherType: 'Azure',
  chargeType: 'Usage',
  pricingModel: 'OnDemand',
  provider: 'Azure',
  hasReservation: false,
  hasBenefit: false,
  isFree: false,
  negotiated: 1,
  creditType: 'Credit Not Applied',
};

const LOOKS: Readonly<Record<ChargeKind, Look>> = {
  earned: { ...USAGE, creditType: 'Partner Earned Credit Applied' },
  eligible: USAGE,
  'look-alike': { ...USAGE, negotiated: 0.85 },
  marketplace: { ...USAGE, publisherType: 'Marketplace' },
  'third-party': USAGE,
  'reservation-purchase': {
    ...USAGE,
    chargeType: 'Purchase',
    pricingModel: 'Reservation',
    hasReservation: true,
  },
  'reservation-usage': { ...USAGE, pricingModel: 'Reservation', hasReservation: true },
  'savings-plan': { ...USAGE, pricingModel: 'SavingsPlan', hasBenefit: true },
  spot: { ...USAGE, pricingModel: 'Spot' },
  'azure-credit': { ...USAGE, creditType: 'Azure Credit Applied' },
  'other-product': { ...USAGE, provider: 'Microsoft 365' },
  'zero-price': { ...USAGE, isFree: true },
  'zero-price-credited': { ...USAGE, isFree: true, creditType: 'Partner Earned Credit Applied' },
  'blank-flag': { ...USAGE, creditType: '' },
};

export type LineFacts = Look & { service: Service; credited: boolean | null };

const FACTS = new Map<string, LineFacts>();

/** Few kinds and few services: each pair is made once. */
export function factsOf({ kind, service }: Pick<CostLine, 'kind' | 'service'>): LineFacts {
  const key = `${kind} ${service}`;
  const known = FACTS.get(key);
  if (known !== undefined) return known;
  const made = { ...LOOKS[kind], service: serviceOf(kind, SERVICES[service]), credited: creditFlagOf(kind) };
  FACTS.set(key, made);
  return made;
}

function serviceOf(kind: ChargeKind, service: Service): Service {
  if (kind !== 'spot') return service;
  const { meterName, productName } = service;
  return { ...service, meterName: `${meterName} Spot`, productName: `${productName} Spot` };
}

/** Money that comes back is a refund, whatever it was paid for. */
export const chargeTypeOf = (line: CostLine): string =>
  line.micros < 0 ? 'Refund' : factsOf(line).chargeType;

const USD_PER_UNIT = { USD: 1, EUR: 1.09, GBP: 1.27, SEK: 0.096 } as const;

/** Rounded for each line, so that sums agree whatever they are made of. */
export const usdMicros = ({ micros, currency }: CostLine): number =>
  Math.round(micros * USD_PER_UNIT[currency]);

export const usdPerUnit = (currency: CostLine['currency']): number => USD_PER_UNIT[currency];

export const CREDIT_RATE = 0.15;

/** What the same usage costs at list price: credit and negotiated discounts are not in it. */
export function retailMicros(line: CostLine): number {
  const { credited, negotiated } = factsOf(line);
  return Math.round((credited === true ? line.micros / (1 - CREDIT_RATE) : line.micros) / negotiated);
}
