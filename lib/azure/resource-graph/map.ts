import type { z } from 'zod';
import type {
  Delegation,
  DelegationDefinition,
  ResourceGroup,
  RoleAssignment,
  Subscription,
} from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { mapDefinition } from '../lighthouse/map.ts';
import { normalResourceId, resourceGroupOf } from '../resource-id.ts';
import { mapRoleAssignment } from '../role-assignments/map.ts';
import type {
  assignmentRow,
  definitionRow,
  resourceGroupRow,
  roleAssignmentRow,
  subscriptionRow,
} from './wire.ts';

/** One question is asked for many customers: each row says whose it is. */
export type OfTenant<Fact> = Fact & { tenantId: TenantId };

export type FoundDefinition = {
  /** Normalised, as Delegation.definitionId is. */
  definitionId: string;
  tenantId: TenantId;
  definition: DelegationDefinition;
};

export const mapSubscriptionRow = (row: z.infer<typeof subscriptionRow>): Subscription => ({
  subscriptionId: row.subscriptionId,
  tenantId: row.tenantId,
  displayName: row.name,
  state: row.properties.state ?? '',
  offer: row.properties.subscriptionPolicies?.quotaId ?? null,
});

export const mapResourceGroupRow = (row: z.infer<typeof resourceGroupRow>): ResourceGroup => ({
  subscriptionId: row.subscriptionId,
  name: row.name.toLowerCase(),
  managedBy: row.managedBy ? normalResourceId(row.managedBy) : null,
});

export const mapDefinitionRow = (row: z.infer<typeof definitionRow>): FoundDefinition => ({
  definitionId: normalResourceId(row.id),
  tenantId: row.tenantId,
  definition: mapDefinition(row),
});

export const mapAssignmentRow = (row: z.infer<typeof assignmentRow>): OfTenant<Delegation> => ({
  id: normalResourceId(row.id),
  tenantId: row.tenantId,
  subscriptionId: row.subscriptionId,
  resourceGroup: resourceGroupOf(row.id),
  definitionId: normalResourceId(row.properties.registrationDefinitionId),
  definition: null,
  provisioningState: row.properties.provisioningState ?? 'NotSpecified',
  createdAt: row.systemData?.createdAt ?? null,
});

/** Nothing for an assignment above subscriptions: no row says which of them it reaches. */
export function mapRoleAssignmentRow(row: z.infer<typeof roleAssignmentRow>): OfTenant<RoleAssignment>[] {
  const { subscriptionId, tenantId } = row;
  return subscriptionId ? [{ ...mapRoleAssignment(subscriptionId, row), tenantId }] : [];
}
