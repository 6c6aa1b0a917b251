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
  const { client, answer } = converse(caller, subject, openCostClient);
  const scope = billingAccountScope(billingAccountName);
  // The listing has one page: the links within belong to the values of each dimension.
  const page = await answer(dimensionPage, () => client.dimensions.list(scope).byPage().next());
  const spelled = new Map(
    page?.value.map(({ properties: { category } }) => [category.toLowerCase(), category]),
  );
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
