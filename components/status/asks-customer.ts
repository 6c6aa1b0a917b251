import type { Cause } from '#lib/core/causes.ts';

/** Causes whose remedy asks the customer for access: pages add Microsoft's rule against pressing for it. */
export const ASKS_CUSTOMER: ReadonlySet<Cause> = new Set<Cause>([
  'sold-without-access',
  'scope-too-narrow',
  'no-access',
  'foreign-principal-of-another-partner',
  'aobo-role-not-earning',
  'role-not-earning',
  'just-in-time-only',
  'role-not-listed',
  'offer-bought-not-delegated',
  'delegation-broken',
  'delegated-to-another-tenant',
  'resource-group-delegation-only',
  'third-partner-only',
  'transferred-in-without-access',
]);
