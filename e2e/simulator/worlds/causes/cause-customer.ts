import type { Setup } from '../setup.ts';
import type { CostPlan, Currency, Expected } from '../types.ts';
import type { WrittenCustomer, WrittenSubscription } from '../written.ts';

type Written = Omit<WrittenCustomer, 'billingCurrency' | 'subscriptions' | 'expected' | 'because'> & {
  currency?: Currency;
  /** Of its only subscription. */
  subscription: string;
  cost: CostPlan;
  expected: Expected;
  because: string;
} & Pick<WrittenSubscription, 'billing' | 'transfer' | 'once'>;

/** A customer with one subscription, whose answer is the customer's too. */
export function causeCustomer({
  subscription,
  cost,
  expected,
  currency = 'EUR',
  billing,
  transfer,
  once,
  ...customer
}: Written): WrittenCustomer {
  const { verdict, cause, openMonth } = expected;
  return {
    ...customer,
    billingCurrency: currency,
    subscriptions: [
      {
        displayName: subscription,
        cost,
        expected,
        ...(billing === undefined ? {} : { billing }),
        ...(transfer === undefined ? {} : { transfer }),
        ...(once === undefined ? {} : { once }),
      },
    ],
    expected: { verdict, cause, ...(openMonth === undefined ? {} : { openMonth }) },
  };
}

export const consent = { readsSubscriptions: true, readsDirectory: true };
export const directoryOnly = { readsSubscriptions: false, readsDirectory: true };

export const NO_ACCESS: Setup = { delegations: [], consent };
export const AOBO: Setup = { delegations: [], foreignGroups: [['admin-agents', 'owner']], consent };

/** Delegated to one principal of ours, and to the product's reader. */
export const delegatedTo = (
  principal: Setup['delegations'][number]['permanent'][number][0],
  rest: Partial<Setup['delegations'][number]> = {},
): Setup => ({
  delegations: [
    {
      permanent: [
        [principal, 'contributor'],
        ['pecboard', 'reader'],
      ],
      ...rest,
    },
  ],
  consent: directoryOnly,
});

export const EARNING = { credit: 'credited', verdict: 'earning', cause: 'earning' } as const;
export const notEarning = (cause: string) =>
  ({ credit: 'not-credited', verdict: 'not-earning', cause }) as const;
/** Days too new are waited for: nothing else is left of the open month. */
export const WAITING = { openMonth: { verdict: 'pending', cause: 'too-recent' } } as const;
export const notApplicable = (cause: string) =>
  ({ credit: 'not-applicable', verdict: 'not-applicable', cause }) as const;
