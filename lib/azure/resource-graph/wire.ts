import { z } from 'zod';
import { registrationDefinitionWire } from '../lighthouse/wire.ts';
import { roleAssignmentWire } from '../role-assignments/wire.ts';
import { exactNumber, optionalInstant, optionalText, subscriptionId, tenantId } from '../wire.ts';

/** Numbers arrive as their source text (parseExactJson). 'resultTruncated' is a text, and lies beside a token. */
export const graphAnswer = <Row>(row: z.ZodType<Row>) =>
  z.object({
    data: z.array(row),
    resultTruncated: optionalText,
    $skipToken: optionalText,
    totalRecords: exactNumber.nullish(),
  });

export const subscriptionRow = z.object({
  subscriptionId,
  tenantId,
  name: z.string(),
  properties: z.object({
    state: optionalText,
    subscriptionPolicies: z.object({ quotaId: optionalText }).nullish(),
  }),
});

export const resourceGroupRow = z.object({
  name: z.string().min(1),
  subscriptionId,
  managedBy: optionalText,
});

export const definitionRow = registrationDefinitionWire.extend({ id: z.string().min(1), tenantId });

export const assignmentRow = z.object({
  id: z.string().min(1),
  tenantId,
  subscriptionId,
  properties: z.object({
    registrationDefinitionId: z.string().min(1),
    provisioningState: optionalText,
  }),
  systemData: z.object({ createdAt: optionalInstant }).nullish(),
});

/** An assignment above subscriptions names none. */
export const roleAssignmentRow = roleAssignmentWire.extend({
  tenantId,
  subscriptionId: z.union([subscriptionId, z.literal('').transform(() => null), z.null()]).optional(),
});
