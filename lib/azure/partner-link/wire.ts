import { z } from 'zod';
import { parsePartnerId, parsePrincipalId } from '#lib/core/ids.ts';
import { exactNumber, optionalInstant, optionalTenantId, optionalText } from '../wire.ts';

/** One object, not a list. Recorded without partnerName, and with a number where the name was a number. */
export const partnerWire = z.object({
  properties: z.object({
    partnerId: exactNumber.transform((text, context) => {
      const id = parsePartnerId(text);
      if (id !== null) return id;
      context.addIssue({ code: 'custom', message: 'expected a partner id' });
      return z.NEVER;
    }),
    partnerName: optionalText,
    tenantId: optionalTenantId,
    objectId: optionalText.transform((text) => (text === null ? null : parsePrincipalId(text))),
    createdTime: optionalInstant,
    updatedTime: optionalInstant,
    state: optionalText,
  }),
});
