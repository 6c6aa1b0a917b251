import { z } from 'zod';

/** Numbers arrive as their source text (parseExactJson). */
const number = z.coerce.number().int().min(0);
const list = z.object({ value: z.array(z.unknown()) });

/** Where Azure's lists say how many items there are in all; most say nothing (contracts.md, 2026-11-21). */
const FORMS = [
  z.object({ totalCount: number }).transform(({ totalCount }) => totalCount),
  z.object({ totalRecords: number }).transform(({ totalRecords }) => totalRecords),
  z
    .object({ count: z.object({ type: z.literal('Total'), value: number }) })
    .transform(({ count }) => count.value),
  z.object({ '@odata.count': number }).transform((page) => page['@odata.count']),
];

/** How many items the whole list has; null where the answer does not say. */
export function announcedTotal(answer: unknown): number | null {
  for (const form of FORMS) {
    const parsed = form.safeParse(answer);
    if (parsed.success) return parsed.data;
  }
  return null;
}

export const itemsOf = (answer: unknown): number => list.safeParse(answer).data?.value.length ?? 0;
