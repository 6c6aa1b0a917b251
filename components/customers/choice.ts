import type { CustomersQuery } from '#lib/queries/schemas/customers.ts';

/** What the address of the list holds besides its page. */
export type Choice = {
  [Name in 'period' | 'verdict' | 'cause' | 'q' | 'sort']: CustomersQuery[Name];
};
