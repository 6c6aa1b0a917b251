import { chargeTypeOf, factsOf } from './cost-line-facts.ts';
import type { CostScopeKind, Payer } from './cost-scopes.ts';
import type { CostLine } from './worlds/cost-types.ts';

export type Held = { line: CostLine; payer: Payer };

const flagText = (credited: boolean | null): string => {
  if (credited === null) return '';
  return credited ? 'True' : 'False';
};

/** What costs can be grouped and filtered by. */
const DIMENSION_VALUES = {
  SubscriptionId: ({ line }: Held) => line.subscriptionId ?? '',
  SubscriptionName: ({ payer }: Held) => payer.subscription?.displayName ?? '',
  ResourceGroupName: ({ line }: Held) => line.resourceGroup,
  ServiceName: ({ line }: Held) => factsOf(line).service.meterCategory,
  MeterCategory: ({ line }: Held) => factsOf(line).service.meterCategory,
  ChargeType: ({ line }: Held) => chargeTypeOf(line),
  PricingModel: ({ line }: Held) => factsOf(line).pricingModel,
  PublisherType: ({ line }: Held) => factsOf(line).publisherType,
  PartnerEarnedCreditApplied: ({ line }: Held) => flagText(factsOf(line).credited),
  CustomerTenantId: ({ payer }: Held) => payer.customer.tenantId,
  CustomerName: ({ payer }: Held) => payer.customer.displayName,
} as const satisfies Record<string, (held: Held) => string>;

export type Dimension = keyof typeof DIMENSION_VALUES;

// The keys of a constant are the names that its type lists.
const DIMENSIONS = Object.keys(DIMENSION_VALUES) as readonly Dimension[];

/** Only the partner's own scopes know customers and credit. */
const AT_BILLING_SCOPES = new Set<Dimension>([
  'PartnerEarnedCreditApplied',
  'CustomerTenantId',
  'CustomerName',
]);

export const dimensionsAt = (kind: CostScopeKind): readonly Dimension[] =>
  kind === 'subscription' ? DIMENSIONS.filter((name) => !AT_BILLING_SCOPES.has(name)) : DIMENSIONS;

export const dimensionNamed = (name: string, kind: CostScopeKind): Dimension | undefined =>
  dimensionsAt(kind).find((known) => known.toLowerCase() === name.toLowerCase());

export const valueOf = (dimension: Dimension, held: Held): string => DIMENSION_VALUES[dimension](held);
