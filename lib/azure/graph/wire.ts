import { z } from 'zod';
import { optionalBoolean, optionalTenantId, optionalText, principalId } from '../wire.ts';

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

export const directoryObjectPage = z.object({
  value: z.array(directoryObjectWire),
  '@odata.nextLink': z.string().nullish(),
});
