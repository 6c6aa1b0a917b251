import type { z } from 'zod';
import type { BilledCustomer, BillingAccount } from '#lib/core/facts.ts';
import { parseTenantId } from '#lib/core/ids.ts';
import type { billedCustomerWire, billingAccountWire } from './wire.ts';

export const mapBillingAccount = ({
  name,
  properties,
}: z.infer<typeof billingAccountWire>): BillingAccount => ({
  name,
  displayName: properties.displayName ?? name,
  agreementType: properties.agreementType,
  accountType: properties.accountType ?? '',
});

export const mapBilledCustomer = (
  billingAccountName: string,
  { name, properties }: z.infer<typeof billedCustomerWire>,
): BilledCustomer => ({
  billingAccountName,
  customerId: name,
  tenantId: parseTenantId(name),
  displayName: properties.displayName ?? name,
  billingProfileName: null,
  resellers: [],
});
