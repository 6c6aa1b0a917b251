import { z } from 'zod';
import {
  optionalInstant,
  optionalTenantId,
  optionalText,
  pageOf,
  principalId,
  roleDefinitionId,
  tenantId,
} from '../wire.ts';

const authorizationWire = z.object({ principalId, principalIdDisplayName: optionalText, roleDefinitionId });

const justInTimeWire = authorizationWire.extend({
  justInTimeAccessPolicy: z
    .object({
      multiFactorAuthProvider: optionalText,
      maximumActivationDuration: optionalText,
      managedByTenantApprovers: z.array(z.object({ principalId })).nullish(),
    })
    .nullish(),
});

/** Resource Graph writes an empty text or object where there is no plan. */
export const planWire = z.union([
  z.object({ name: optionalText, publisher: optionalText, product: optionalText, version: optionalText }),
  z.literal(''),
  z.null(),
]);

export const registrationDefinitionWire = z.object({
  properties: z.object({
    registrationDefinitionName: optionalText,
    managedByTenantId: tenantId,
    managedByTenantName: optionalText,
    manageeTenantId: optionalTenantId,
    manageeTenantName: optionalText,
    provisioningState: optionalText,
    authorizations: z.array(authorizationWire).nullish(),
    eligibleAuthorizations: z.array(justInTimeWire).nullish(),
  }),
  plan: planWire.optional(),
});

export const registrationAssignmentWire = z.object({
  id: z.string().min(1),
  properties: z.object({
    registrationDefinitionId: z.string().min(1),
    provisioningState: z.string(),
    registrationDefinition: registrationDefinitionWire.nullish(),
  }),
  systemData: z.object({ createdAt: optionalInstant }).nullish(),
});

export const registrationAssignmentPage = pageOf(registrationAssignmentWire);

export const marketplaceOfferPage = pageOf(
  z.object({
    id: z.string().min(1),
    properties: z.object({
      managedByTenantId: tenantId,
      offerDisplayName: optionalText,
      publisherDisplayName: optionalText,
      planDisplayName: optionalText,
    }),
    plan: planWire.optional(),
  }),
);
export type MarketplaceOfferWire = z.infer<typeof marketplaceOfferPage>['value'][number];
