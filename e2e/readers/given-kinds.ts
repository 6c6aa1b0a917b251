import { csvOf, SUBSCRIPTION, USAGE } from '#lib/costfiles/testing/cost-csv.ts';
import { RATED, ratedCsv } from '#lib/costfiles/testing/rated-usage-csv.ts';

/** A line of cost, however a file tells it. */
export type MadeLine = {
  /** 2026-11-03 */
  day: string;
  customerId: string;
  customerName: string;
  subscriptionId: string;
  net: string;
  isEarned: boolean;
};

/** Under which headers, without marks and in lower case, a kind of file tells what an independent reader sums by. */
export type SummedColumns = {
  amount: readonly string[];
  customer: readonly string[];
  currency: readonly string[];
  day: readonly string[];
  rate: readonly string[];
  flag: readonly string[];
  /** A rate of 1 is one percent, not all of it. */
  isPercentage: boolean;
};

export type GivenKind = { columns: SummedColumns; csv: (lines: readonly MadeLine[]) => string };

export const ratedOf = ({ day, customerId, customerName, subscriptionId, net, isEarned }: MadeLine) => ({
  ...RATED,
  CustomerId: customerId,
  CustomerName: customerName,
  EntitlementId: subscriptionId,
  UsageDate: day,
  BillingPreTaxTotal: net,
  PartnerEarnedCreditPercentage: isEarned ? '15' : '0',
  CreditType: isEarned ? 'Partner Earned Credit Applied' : 'Credit Not Applied',
});

const FOCUS_HEADERS =
  'BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,SubAccountId,PublisherName,ServiceName,x_CustomerId,x_CustomerName,x_PartnerCreditApplied,x_PartnerCreditRate,x_ResourceGroupName';

const focusLine = ({ day, customerId, customerName, subscriptionId, net, isEarned }: MadeLine): string => {
  const account = subscriptionId === '' ? '' : `/subscriptions/${subscriptionId}`;
  const credit = isEarned ? 'True,0.15' : 'False,0';
  return `${net},EUR,${day}T00:00:00Z,${day}T23:59:59Z,Usage,${account},Microsoft,Storage,${customerId},${customerName},${credit},rg-web`;
};

const monthFirst = (day: string): string => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`;

export const GIVEN_KINDS = {
  'rated usage': {
    columns: {
      amount: ['billingpretaxtotal'],
      customer: ['customerid'],
      currency: ['billingcurrency'],
      day: ['usagedate'],
      rate: ['partnerearnedcreditpercentage'],
      flag: [],
      isPercentage: true,
    },
    csv: (lines) => ratedCsv(lines.map(ratedOf)),
  },
  'cost details': {
    columns: {
      amount: ['costinbillingcurrency'],
      customer: ['customertenantid'],
      currency: ['billingcurrency'],
      day: ['date', 'usagedate'],
      rate: ['partnerearnedcreditrate'],
      flag: ['partnerearnedcreditapplied'],
      isPercentage: false,
    },
    csv: (lines) =>
      csvOf(
        lines.map(({ day, customerId, customerName, subscriptionId, net, isEarned }) => ({
          ...USAGE,
          ...{
            customerTenantId: customerId,
            customerName,
            date: monthFirst(day),
            costInBillingCurrency: net,
          },
          SubscriptionId: subscriptionId === '' ? '' : SUBSCRIPTION,
          partnerEarnedCreditApplied: isEarned ? '1' : '0',
          partnerEarnedCreditRate: isEarned ? '0.15' : '0',
        })),
      ),
  },
  FOCUS: {
    columns: {
      amount: ['billedcost'],
      customer: ['xcustomerid'],
      currency: ['billingcurrency'],
      day: ['chargeperiodstart'],
      rate: ['xpartnercreditrate'],
      flag: ['xpartnercreditapplied'],
      isPercentage: false,
    },
    csv: (lines) => [FOCUS_HEADERS, ...lines.map(focusLine)].join('\n'),
  },
} as const satisfies Record<string, GivenKind>;
