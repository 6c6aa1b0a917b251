import { z } from 'zod';
import { amount, period } from './shared.ts';

export const REASONS = [
  'rounding',
  'exchange-rate',
  'open-month',
  'commitment-not-in-usage',
  'not-in-usage',
  'not-in-invoice',
  'unexplained',
] as const;

const reason = z.enum(REASONS);
const sourceDifference = z
  .object({
    amount: amount.meta({ description: 'less daily rated usage' }),
    reason: z.enum(['rounding', 'open-month', 'left-out-of-usage', 'unexplained']),
  })
  .nullable()
  .meta({ description: 'null: they agree, or one of them is not held' });
const file = z.object({ id: z.string(), name: z.string() });

export const reconcileLine = z
  .object({
    tenantId: z.string(),
    customerName: z.string().nullable(),
    commerceSubscriptionId: z.string(),
    productId: z.string(),
    skuId: z.string(),
    availabilityId: z.string(),
    productName: z.string(),
    currency: z.string(),
    usage: amount.nullable().meta({ description: 'null: daily rated usage does not have the product' }),
    invoiced: amount.nullable().meta({ description: 'null: the invoice does not have the product' }),
    difference: amount.meta({ description: 'invoiced less usage' }),
    reason: reason.nullable(),
  })
  .meta({ id: 'ReconcileLine' });

export const reconciliation = z
  .object({
    period,
    periods: z.array(period).meta({ description: 'Months of which files are held' }),
    open: z.boolean().meta({ description: 'Microsoft may still move the figures' }),
    usage: z.array(file),
    invoices: z.array(file),
    details: z.array(file),
    totals: z.array(
      z.object({
        currency: z.string(),
        usage: amount,
        invoiced: amount,
        difference: amount,
        agreeing: z.number().int(),
        byReason: z.array(z.object({ reason, lines: z.number().int(), difference: amount })),
      }),
    ),
    lines: z.array(reconcileLine).meta({ description: 'Those that differ, the largest first; at most 500' }),
    differing: z.number().int(),
    customers: z
      .array(
        z.object({
          tenantId: z.string(),
          name: z.string().nullable(),
          currency: z.string(),
          usage: amount.nullable(),
          details: amount.nullable(),
          ours: amount.nullable(),
          detailsLessUsage: sourceDifference,
          oursLessUsage: sourceDifference,
        }),
      )
      .meta({ description: 'Of customers whose month differs between sources; at most 500' }),
  })
  .meta({ id: 'Reconciliation' });
export type Reconciliation = z.infer<typeof reconciliation>;

export const reconcileQuery = z.strictObject({ period: period.optional() });
