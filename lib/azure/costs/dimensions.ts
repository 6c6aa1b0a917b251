import type { CostScope } from '#lib/core/cost-plan.ts';
import type { Caller } from '../caller.ts';
import { converse } from '../conversation.ts';
import { AzureFailure } from '../failure.ts';
import { billingAccountScope, openCostClient, pathOfScope } from './client.ts';
import { dimensionPage } from './wire.ts';

/** The dimensions that cost queries need, spelled as this scope spells them. */
export type CostDimensions = { subscriptionId: string; partnerEarnedCreditApplied: string };

/** With those that tell why cost earned nothing; null where the scope does not offer one. */
export type QueryDimensions = CostDimensions & {
  customerTenantId: string | null;
  publisherType: string | null;
  chargeType: string | null;
  pricingModel: string | null;
};

const subject = { source: 'cost-dimensions', audience: 'resource-manager' } as const;

async function readSpellings(caller: Caller, scope: string): Promise<Map<string, string>> {
  const { client, answer } = converse(caller, subject, openCostClient);
  // The listing has one page: the links within belong to the values of each dimension.
  const page = await answer(dimensionPage, () => client.dimensions.list(scope).byPage().next());
  const usable = page?.value.filter(({ properties }) => properties.groupingEnabled !== false) ?? [];
  return new Map(usable.map(({ properties: { category } }) => [category.toLowerCase(), category]));
}

function requireSpelling(spelled: ReadonlyMap<string, string>, name: string): string {
  const category = spelled.get(name.toLowerCase());
  if (category !== undefined) return category;
  const message = `the billing account offers no dimension ${name}`;
  throw new AzureFailure({ kind: 'missing-dimension', source: subject.source, message });
}

const requireDimensions = (spelled: ReadonlyMap<string, string>): CostDimensions => ({
  subscriptionId: requireSpelling(spelled, 'SubscriptionId'),
  partnerEarnedCreditApplied: requireSpelling(spelled, 'PartnerEarnedCreditApplied'),
});

export const readCostDimensions = async (
  caller: Caller,
  billingAccountName: string,
): Promise<CostDimensions> =>
  requireDimensions(await readSpellings(caller, billingAccountScope(billingAccountName)));

/** Of a billing profile or a customer: the spelling of the partner dimensions is documented nowhere. */
export async function readQueryDimensions(caller: Caller, scope: CostScope): Promise<QueryDimensions> {
  const spelled = await readSpellings(caller, pathOfScope(scope));
  const find = (...names: string[]): string | null =>
    names.map((name) => spelled.get(name.toLowerCase())).find((name) => name !== undefined) ?? null;
  return {
    ...requireDimensions(spelled),
    customerTenantId: find('CustomerTenantId'),
    publisherType: find('PublisherType'),
    chargeType: find('ChargeType'),
    pricingModel: find('PricingModel'),
  };
}
