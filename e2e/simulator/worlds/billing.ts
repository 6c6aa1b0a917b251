import { guidOf } from './seeded.ts';
import type { BillingProfile, Currency, Customer } from './types.ts';

const CURRENCIES: readonly Currency[] = ['EUR', 'GBP', 'SEK', 'USD'];

/** Billing profiles have names of their own form; each bills in one currency. */
const openProfile = (currency: Currency): BillingProfile => ({
  name: guidOf('billing profile', currency).toUpperCase().slice(0, 18),
  displayName: `Halvorsen Cloud Partners ${currency}`,
  currency,
});

/** Bills those customers whose cost is refused: the product's identity may not read it. */
const closedProfile = (currency: Currency): BillingProfile => ({
  name: guidOf('billing profile', 'closed', currency).toUpperCase().slice(0, 18),
  displayName: `Halvorsen Projects ${currency}`,
  currency,
});

export const BILLING_PROFILES: readonly BillingProfile[] = [
  ...CURRENCIES.map(openProfile),
  ...CURRENCIES.map(closedProfile),
];

const CLOSED = new Set(CURRENCIES.map((currency) => closedProfile(currency).name));

export const isClosedProfile = (name: string): boolean => CLOSED.has(name.toUpperCase());

/** A customer has one profile, which bills also what little of it is charged in another currency. */
export const billingProfileOf = ({
  costRefused,
  billingCurrency,
}: Pick<Customer, 'costRefused' | 'billingCurrency'>): BillingProfile =>
  costRefused ? closedProfile(billingCurrency) : openProfile(billingCurrency);
