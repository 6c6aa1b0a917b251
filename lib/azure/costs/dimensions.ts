import type { Caller } from '../caller.ts';
import { converse } from '../conversation.ts';
import { AzureFailure } from '../failure.ts';
import { billingAccountScope, openCostClient } from './client.ts';
import { dimensionPage } from './wire.ts';

/** The two groupings of the cost query, spelled as this billing account spells them. */
export type CostDimensions = { subscriptionId: string; partnerEarnedCreditApplied: string };

const subject = { source: 'cost-dimensions', audience: 'resource-manager' } as const;

export async function readCostDimensions(
  caller: Caller,
  billingAccountName: string,
): Promise<CostDimensions> {
  const { client, pages } = converse(caller, subject, openCostClient);
  const spelled = new Map<string, string>();
  const steps = client.dimensions.list(billingAccountScope(billingAccountName)).byPage();
  for await (const page of pages(dimensionPage, steps)) {
    for (const { category } of page.value.map(({ properties }) => properties)) {
      spelled.set(category.toLowerCase(), category);
    }
  }
  const require = (name: string): string => {
    const category = spelled.get(name.toLowerCase());
    if (category !== undefined) return category;
    const message = `the billing account offers no dimension ${name}`;
    throw new AzureFailure({ kind: 'missing-dimension', source: subject.source, message });
  };
  return {
    subscriptionId: require('SubscriptionId'),
    partnerEarnedCreditApplied: require('PartnerEarnedCreditApplied'),
  };
}
