import type { CostScope } from '#lib/core/cost-plan.ts';
import type { Caller } from '../caller.ts';
import { converse } from '../conversation.ts';
import { AzureFailure } from '../failure.ts';
import { openCostClient } from './client.ts';
import { pathOfScope } from './scope-path.ts';
import { dimensionPage } from './wire.ts';

/** The dimensions that cost queries group by, spelled as this scope spells them. */
export type QueryDimensions = {
  subscriptionId: string;
  partnerEarnedCreditApplied: string;
  /** null, as the rest: the scope does not offer it. */
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
  const message = `the billing scope offers no dimension ${name}`;
  throw new AzureFailure({ kind: 'missing-dimension', source: subject.source, message });
}

/** Of a billing profile or a customer: the spelling of the partner dimensions is documented nowhere. */
export async function readQueryDimensions(caller: Caller, scope: CostScope): Promise<QueryDimensions> {
  const spelled = await readSpellings(caller, pathOfScope(scope));
  const find = (...names: string[]): string | null =>
    names.map((name) => spelled.get(name.toLowerCase())).find((name) => name !== undefined) ?? null;
  return {
    subscriptionId: requireSpelling(spelled, 'SubscriptionId'),
    partnerEarnedCreditApplied: requireSpelling(spelled, 'PartnerEarnedCreditApplied'),
    customerTenantId: find('CustomerTenantId'),
    publisherType: find('PublisherType'),
    chargeType: find('ChargeType'),
    pricingModel: find('PricingModel'),
  };
}
