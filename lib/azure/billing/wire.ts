import { z } from 'zod';
import { pageOf } from '../wire.ts';

export const billingAccountWire = z.object({
  name: z.string(),
  properties: z.object({
    displayName: z.string().nullish(),
    agreementType: z.string(),
    accountType: z.string().nullish(),
  }),
});

export const billingAccountPage = pageOf(billingAccountWire);

export const billedCustomerWire = z.object({
  name: z.string().min(1),
  properties: z.object({ displayName: z.string().nullish() }),
});

export const billedCustomerPage = pageOf(billedCustomerWire);
