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

export const planWire = z.object({
  name: z.string(),
  publisher: z.string(),
  product: z.string(),
  version: z.string(),
});

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
  plan: planWire.nullish(),
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
