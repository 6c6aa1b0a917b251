import type { Calendar } from '../calendar.ts';
import type { WrittenCustomer } from '../written.ts';
import { ACCESS_CAUSES } from './access.ts';
import { billingCauses } from './billing.ts';
import { COST_CAUSES } from './cost.ts';
import { IDENTITY_CAUSES } from './identity.ts';
import { timeCauses } from './time.ts';

/** Causes that a direct-bill partner meets and the first twelve customers do not show. */
export const directCauses = (calendar: Calendar): readonly WrittenCustomer[] => [
  ...ACCESS_CAUSES,
  ...IDENTITY_CAUSES,
  ...billingCauses(calendar),
  ...COST_CAUSES,
  ...timeCauses(calendar),
];
