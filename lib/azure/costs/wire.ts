import { z } from 'zod';
import { optionalText, pageOf } from '../wire.ts';

export const costCell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type CostCell = z.infer<typeof costCell>;

/** Numbers arrive as their source text (parseExactJson). The columns say what each cell of a row is. */
export const costTable = z.object({
  properties: z.object({
    nextLink: optionalText,
    columns: z.array(z.object({ name: z.string(), type: z.string() })),
    rows: z
      .array(z.array(costCell))
      .nullish()
      .transform((rows) => rows ?? []),
  }),
});
export type CostTable = z.infer<typeof costTable>;

export const dimensionPage = pageOf(
  z.object({ properties: z.object({ category: z.string(), groupingEnabled: z.boolean().nullish() }) }),
);
