import { z } from 'zod';
import { instant, principalId, roleId, subscriptionId, tenantId, text } from './values.ts';

const principalType = z.enum(['user', 'group', 'service-principal', 'foreign-group', 'device', 'other']);

const plan = z.strictObject({ name: text, publisher: text, product: text, version: text });

const authorization = z.strictObject({
  principalId,
  principalDisplayName: text.nullable(),
  roleDefinitionId: roleId,
});

const definition = z.strictObject({
  name: text.nullable(),
  managedByTenantId: tenantId,
  managedByTenantName: text.nullable(),
  manageeTenantId: tenantId.nullable(),
  manageeTenantName: text.nullable(),
  plan: plan.nullable(),
  provisioningState: text,
  authorizations: z.array(authorization),
  justInTime: z.array(
    authorization.extend({
      maximumActivation: text.nullable(),
      multiFactor: z.boolean().nullable(),
      approverIds: z.array(principalId),
    }),
  ),
});

export const delegation = z.strictObject({
  id: text,
  subscriptionId,
  resourceGroup: text.nullable(),
  definitionId: text,
  definition: definition.nullable(),
  provisioningState: text,
  createdAt: instant.nullable(),
});

export const marketplaceOffer = z.strictObject({
  id: text,
  managedByTenantId: tenantId,
  offerName: text.nullable(),
  planName: text.nullable(),
  publisherName: text.nullable(),
  plan: plan.nullable(),
});

const scoped = z.strictObject({
  id: text,
  subscriptionId,
  scope: text,
  scopeLevel: z.enum(['above', 'subscription', 'resource-group', 'resource']),
});

export const roleAssignment = scoped.extend({
  principalId,
  principalType,
  roleDefinitionId: roleId,
  createdAt: instant.nullable(),
});

const scheduleKind = z.enum(['assigned', 'activated', 'eligible']);

export const roleSchedule = scoped.extend({
  principalId,
  roleDefinitionId: roleId,
  kind: scheduleKind,
  startAt: instant.nullable(),
  endAt: instant.nullable(),
});

export const denyAssignment = scoped.extend({
  name: text.nullable(),
  denied: z.union([z.literal('everyone'), z.array(principalId)]),
  excludedIds: z.array(principalId),
  actions: z.array(text),
  notActions: z.array(text),
  coversChildScopes: z.boolean(),
  madeBySystem: z.boolean(),
});

export const agentGroup = z.strictObject({ principalId, name: text });

export const identity = z.strictObject({
  tenantId,
  principalId,
  type: principalType,
  displayName: text.nullable(),
  enabled: z.boolean().nullable(),
  userType: text.nullable(),
  appOwnerTenantId: tenantId.nullable(),
  appId: text.nullable(),
  homeUserName: text.nullable(),
});

export const membershipSchedule = z.strictObject({
  groupId: principalId,
  principalId,
  access: z.enum(['member', 'owner']),
  kind: scheduleKind,
  startAt: instant.nullable(),
  endAt: instant.nullable(),
});

export const gdapRelationship = z.strictObject({
  id: text,
  customerTenantId: tenantId.nullable(),
  displayName: text.nullable(),
  status: text,
  activeFrom: instant.nullable(),
  endAt: instant.nullable(),
});
