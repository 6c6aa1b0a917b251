import { z } from 'zod';
import { parseSubscriptionId } from '#lib/core/ids.ts';
import { exactNumber, optionalInstant, optionalText, pageOf } from '../wire.ts';

export const billingAccountWire = z.object({
  name: z.string(),
  properties: z.object({
    displayName: z.string().nullish(),
    agreementType: z.string(),
    accountType: z.string().nullish(),
  }),
});

export const billingAccountPage = pageOf(billingAccountWire);

export const billingProfileWire = z.object({
  name: z.string().min(1),
  properties: z.object({ displayName: optionalText, currency: optionalText }),
});

export const billingProfilePage = pageOf(billingProfileWire);

/** An id that is a partner id in all but name: recorded as text, described as text, lenient towards a number. */
const resellerWire = z.object({ resellerId: exactNumber, description: optionalText });

export const billedCustomerWire = z.object({
  name: z.string().min(1),
  properties: z.object({
    displayName: z.string().nullish(),
    billingProfileId: optionalText,
    resellers: z.array(resellerWire).nullish(),
  }),
});

export const billedCustomerPage = pageOf(billedCustomerWire);

/** Empty, or of another form, for products that are no Azure subscription. */
const optionalSubscriptionId = optionalText.transform((text) =>
  text === null ? null : parseSubscriptionId(text),
);

export const billedSubscriptionWire = z.object({
  id: z.string().min(1),
  properties: z.object({
    subscriptionId: optionalSubscriptionId,
    displayName: optionalText,
    customerId: optionalText,
    customerName: optionalText,
    billingProfileId: optionalText,
    billingProfileName: optionalText,
    status: optionalText,
    offerId: optionalText,
    skuId: optionalText,
    skuDescription: optionalText,
    productCategory: optionalText,
    productType: optionalText,
    productTypeId: optionalText,
    purchaseDate: optionalInstant,
    termStartDate: optionalInstant,
    termEndDate: optionalInstant,
    reseller: resellerWire.nullish(),
    suspensionReasonDetails: z
      .array(z.object({ reason: optionalText, effectiveDate: optionalInstant }))
      .nullish(),
  }),
});

export const billedSubscriptionPage = pageOf(billedSubscriptionWire);

/** A request to move products; the mail addresses of those who made and received it are not taken in. */
export const transferWire = z.object({
  id: z.string().min(1),
  properties: z.object({
    transferStatus: optionalText,
    detailedTransferStatus: z
      .array(z.object({ productType: optionalText, productId: optionalText, transferStatus: optionalText }))
      .nullish(),
    creationTime: optionalInstant,
  }),
  systemData: z.object({ createdAt: optionalInstant, lastModifiedAt: optionalInstant }).nullish(),
});

export const transferPage = pageOf(transferWire);
