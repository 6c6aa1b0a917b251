import { z } from 'zod';
import { optionalBoolean, optionalInstant, optionalTenantId, optionalText, principalId } from '../wire.ts';

/** What a directory object says; a type we may not read comes with its id alone and nulls. */
export const directoryObjectWire = z.object({
  '@odata.type': optionalText,
  id: principalId,
  displayName: optionalText,
  accountEnabled: optionalBoolean,
  userType: optionalText,
  userPrincipalName: optionalText,
  mail: optionalText,
  appId: optionalText,
  appOwnerOrganizationId: optionalTenantId,
});

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ value: z.array(item), '@odata.nextLink': z.string().nullish() });

export const directoryObjectPage = listOf(directoryObjectWire);

export const relationshipWire = z.object({
  id: z.string().min(1),
  displayName: optionalText,
  status: z.string(),
  activatedDateTime: optionalInstant,
  endDateTime: optionalInstant,
  customer: z.object({ tenantId: optionalTenantId }).nullish(),
});

export const relationshipPage = listOf(relationshipWire);

/** Of one who is a member for now, or who may make himself one: those have no assignment type. */
export const membershipScheduleWire = z.object({
  groupId: principalId,
  principalId,
  accessId: z.string(),
  assignmentType: optionalText,
  startDateTime: optionalInstant,
  endDateTime: optionalInstant,
});

export const membershipSchedulePage = listOf(membershipScheduleWire);
