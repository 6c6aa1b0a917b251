import type { Cause } from '#lib/core/causes.ts';
import { causes } from '#lib/texts/en/causes.ts';
import { ASKS_CUSTOMER } from './asks-customer.ts';
import type { CauseWords } from './cause-shape.ts';

/** English alone: for areas that are not translated yet. */
export const causeWords = (cause: Cause): CauseWords => ({
  ...causes[cause],
  ...(ASKS_CUSTOMER.has(cause) ? { asksCustomer: true } : {}),
});
