import { z } from 'zod';
import { UNREAD_REASONS } from '#lib/core/statuses.ts';
import { cause, instant } from './shared.ts';

const fact = z.object({ fact: z.string() });

export const evidence = z.object({
  rule: cause,
  document: z.string().meta({ description: "Microsoft's page that the rule follows from" }),
  documentDate: z.string(),
  inferred: z.boolean().meta({ description: 'The rule is ours, not Microsoft’s' }),
  facts: z.array(
    z.discriminatedUnion('state', [
      fact.extend({ state: z.literal('read'), at: instant, way: z.string().nullable() }),
      fact.extend({
        state: z.literal('unread'),
        reason: z.enum(UNREAD_REASONS),
        missingRight: z.string().nullable(),
      }),
    ]),
  ),
});
export type Evidence = z.infer<typeof evidence>;
