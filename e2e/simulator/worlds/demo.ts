import type { Calendar } from './calendar.ts';
import { ACCESS_CAUSES } from './causes/access.ts';
import { billingCauses } from './causes/billing.ts';
import { COST_CAUSES } from './causes/cost.ts';
import { IDENTITY_CAUSES } from './causes/identity.ts';
import { FIRST_WORLD } from './first-world.ts';
import { ordinaryCustomers } from './ordinary.ts';
import { UNUSUAL_CUSTOMERS } from './unusual.ts';
import type { WrittenCustomer } from './written.ts';

/** What a partner of forty customers may well meet; the other causes follow in larger worlds. */
const SHOWN_FIRST = [
  'cause deny-assignment',
  'cause gdap-removed-rbac-intact',
  'cause offer-bought-not-delegated',
  'cause third-partner-also-present',
  'cause delegation-broken',
  'cause only-ineligible-products',
  'cause not-billed-by-us',
  'cause scope-too-narrow',
  'cause transferred-in-without-access',
];

/** One in so many customers after the first ones has a cause of its own. */
const EVERY = 3;

export type DemoOptions = { customers: number; seed: number; calendar: Calendar; subscriptionsEach?: number };

/** The first customers, then ordinary ones out of the seed, with unusual ones and those of single causes among them. */
export function demoCustomers({ customers, calendar, ...ordinary }: DemoOptions): WrittenCustomer[] {
  const count = Math.max(0, customers - FIRST_WORLD.length);
  const causes = inOrder(calendar);
  const [first, ...others] = ordinaryCustomers({ ...ordinary, count });
  const drawn = [...(first === undefined ? [] : [first]), ...UNUSUAL_CUSTOMERS, ...others];
  const rest = Array.from({ length: count }, (_, index) => {
    const cause = index % EVERY === EVERY - 1 ? causes.shift() : undefined;
    return cause ?? drawn.shift() ?? [];
  });
  return [...FIRST_WORLD.slice(0, customers), ...rest.flat()];
}

function inOrder(calendar: Calendar): WrittenCustomer[] {
  const all = [...ACCESS_CAUSES, ...IDENTITY_CAUSES, ...billingCauses(calendar), ...COST_CAUSES];
  const first = SHOWN_FIRST.flatMap((key) => all.find((customer) => customer.key === key) ?? []);
  return [...first, ...all.filter((customer) => !first.includes(customer))];
}
