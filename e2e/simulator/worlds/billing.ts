import { guidOf } from './seeded.ts';
import type { BillingProfile, Currency, Customer } from './types.ts';

const CURRENCIES: readonly Currency[] = ['EUR', 'GBP', 'SEK', 'USD'];

type Profiles = Readonly<Record<Currency, BillingProfile>>;

const profilesOf = (of: (currency: Currency) => BillingProfile): Profiles => ({
  EUR: of('EUR'),
  GBP: of('GBP'),
  SEK: of('SEK'),
  USD: of('USD'),
});

/** Billing profiles have names of their own form; each bills in one currency. */
const nameOf = (...key: string[]): string =>
  guidOf('billing profile', ...key)
    .toUpperCase()
    .slice(0, 18);

const OPEN = profilesOf((currency) => ({
  name: nameOf(currency),
  displayName: `Halvorsen Cloud Partners ${currency}`,
  currency,
}));

/** They bill those customers whose cost is refused: the product's identity may not read them. */
const CLOSED = profilesOf((currency) => ({
  name: nameOf('closed', currency),
  displayName: `Halvorsen Projects ${currency}`,
  currency,
}));

export const BILLING_PROFILES: readonly BillingProfile[] = [
  ...CURRENCIES.map((currency) => OPEN[currency]),
  ...CURRENCIES.map((currency) => CLOSED[currency]),
];

const CLOSED_NAMES = new Set(CURRENCIES.map((currency) => CLOSED[currency].name));

export const isClosedProfile = (name: string): boolean => CLOSED_NAMES.has(name.toUpperCase());

/** A customer has one profile, which bills also what little of it is charged in another currency. */
export const billingProfileOf = ({
  costRefused,
  billingCurrency,
}: Pick<Customer, 'costRefused' | 'billingCurrency'>): BillingProfile =>
  (costRefused ? CLOSED : OPEN)[billingCurrency];
