import type { z } from 'zod';
import type {
  BilledCustomer,
  BilledReseller,
  BilledSubscription,
  BillingAccount,
  BillingProfile,
  BillingTransfer,
} from '#lib/core/facts.ts';
import { parseSubscriptionId, parseTenantId } from '#lib/core/ids.ts';
import { planOf } from './plan.ts';
import type {
  billedCustomerWire,
  billedSubscriptionWire,
  billingAccountWire,
  billingProfileWire,
  transferWire,
} from './wire.ts';

export const mapBillingAccount = ({
  name,
  properties,
}: z.infer<typeof billingAccountWire>): BillingAccount => ({
  name,
  displayName: properties.displayName ?? name,
  agreementType: properties.agreementType,
  accountType: properties.accountType ?? '',
});

export const mapBillingProfile = (
  billingAccountName: string,
  { name, properties }: z.infer<typeof billingProfileWire>,
): BillingProfile => ({
  billingAccountName,
  name,
  displayName: properties.displayName ?? name,
  currency: properties.currency,
});

const lastSegment = (id: string | null): string | null => id?.split('/').findLast(Boolean) ?? null;

type ResellerWire = { resellerId: string; description: string | null };
const mapReseller = ({ resellerId, description }: ResellerWire): BilledReseller => ({
  resellerId,
  name: description,
});

export const mapBilledCustomer = (
  billingAccountName: string,
  { name, properties }: z.infer<typeof billedCustomerWire>,
): BilledCustomer => ({
  billingAccountName,
  customerId: name,
  tenantId: parseTenantId(name),
  displayName: properties.displayName ?? name,
  billingProfileName: lastSegment(properties.billingProfileId),
  resellers: (properties.resellers ?? []).map(mapReseller),
});

type SubscriptionWire = z.infer<typeof billedSubscriptionWire>;
type SubscriptionProperties = SubscriptionWire['properties'];

const ENDED = new Set(['deleted', 'cancelled', 'canceled', 'expired']);

const transferredAway = ({ suspensionReasonDetails }: SubscriptionProperties) =>
  suspensionReasonDetails?.find(({ reason }) => reason?.toLowerCase() === 'transferred') ?? null;

/** The end of a term that renews itself is no end of billing. */
function endOf(properties: SubscriptionProperties): BilledSubscription['until'] {
  const away = transferredAway(properties);
  if (away !== null) return away.effectiveDate;
  if (!ENDED.has(properties.status?.toLowerCase() ?? '')) return null;
  const effective = properties.suspensionReasonDetails?.map(({ effectiveDate }) => effectiveDate) ?? [];
  return effective.find((date) => date !== null) ?? properties.termEndDate;
}

export function mapBilledSubscription(
  billingAccountName: string,
  { properties }: SubscriptionWire,
): BilledSubscription {
  const { subscriptionId, offerId, skuDescription, productType, reseller } = properties;
  return {
    billingAccountName,
    subscriptionId,
    customerId: properties.customerName ?? lastSegment(properties.customerId),
    billingProfileName: properties.billingProfileName ?? lastSegment(properties.billingProfileId),
    displayName: properties.displayName,
    status: properties.status,
    offer: offerId ?? skuDescription ?? productType,
    plan: planOf(properties, subscriptionId !== null),
    reseller: reseller ? mapReseller(reseller) : null,
    since: properties.purchaseDate ?? properties.termStartDate,
    until: endOf(properties),
  };
}

/** A subscription that the account no longer bills because billing moved to someone else. */
export function mapTransferAway(
  billingAccountName: string,
  { id, properties }: SubscriptionWire,
): BillingTransfer[] {
  const away = transferredAway(properties);
  const { subscriptionId } = properties;
  if (away === null || subscriptionId === null) return [];
  const rest = { status: 'Completed', at: away.effectiveDate, otherTenantId: null };
  return [{ billingAccountName, id, subscriptionId, direction: 'out', ...rest }];
}

type Side = { billingAccountName: string; direction: BillingTransfer['direction'] };

/** One for each Azure subscription of the request; reservations and licences move by their own ids. */
export function mapTransfer(side: Side, wire: z.infer<typeof transferWire>): BillingTransfer[] {
  const { id, properties, systemData } = wire;
  const at = systemData?.lastModifiedAt ?? systemData?.createdAt ?? properties.creationTime;
  return (properties.detailedTransferStatus ?? []).flatMap(({ productType, productId, transferStatus }) => {
    const isSubscription = productType === null || productType.toLowerCase() === 'azuresubscription';
    const subscriptionId = isSubscription ? parseSubscriptionId(lastSegment(productId) ?? '') : null;
    if (subscriptionId === null) return [];
    const status = transferStatus ?? properties.transferStatus ?? '';
    return [{ ...side, id: `${id}/${subscriptionId}`, subscriptionId, status, at, otherTenantId: null }];
  });
}
