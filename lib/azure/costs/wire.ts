import { z } from 'zod';
import { exactNumber, optionalInstant, optionalText, pageOf } from '../wire.ts';

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

const count = exactNumber
  .nullish()
  .transform((text) => (text === null || text === undefined ? null : Number(text)));

/** The answer of a finished report. `validTill` ends the life of its links. */
export const costReport = z.object({
  status: optionalText,
  manifest: z
    .object({
      blobCount: count,
      blobs: z
        .array(z.object({ blobLink: z.string(), byteCount: count }))
        .nullish()
        .transform((blobs) => blobs ?? []),
    })
    .nullish(),
  error: z.object({ code: optionalText, message: optionalText }).nullish(),
});
export type CostReport = z.infer<typeof costReport>;

export const exportPage = z.object({
  value: z.array(
    z.object({
      name: z.string(),
      properties: z.object({
        format: optionalText,
        deliveryInfo: z.object({
          destination: z.object({
            resourceId: optionalText,
            container: z.string(),
            /** Recorded as null where the container itself is the folder. */
            rootFolderPath: optionalText,
          }),
        }),
        definition: z.object({ type: z.string() }),
        schedule: z.object({ status: optionalText }).nullish(),
      }),
    }),
  ),
});
export type ExportPage = z.infer<typeof exportPage>;

/** manifest.json beside the partitions of an export run, written after them. */
export const exportManifest = z.object({
  runInfo: z.object({ submittedTime: optionalInstant }).nullish(),
  blobs: z.array(z.object({ blobName: z.string(), byteCount: count })),
});
