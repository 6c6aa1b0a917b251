import { RestError } from '@azure/core-rest-pipeline';
import type { ContainerClient } from '@azure/storage-blob';
import { z } from 'zod';
import { answerOnce } from '../answer-once.ts';
import type { KeptAnswers } from '../caller.ts';
import { AzureFailure } from '../failure.ts';

/** A container, and what it has answered before to a reading that was cut short. */
export type KeptContainer = { container: ContainerClient; answers: KeptAnswers };

const blobPage = z.object({
  blobs: z.array(z.object({ name: z.string(), bytes: z.number(), writtenMs: z.number() })),
  /** Where the next page begins. */
  marker: z.string().nullable(),
});
type BlobPage = z.infer<typeof blobPage>;
export type StoredBlob = BlobPage['blobs'][number];

/** The blobs of a container whose names begin with the prefix. */
export async function listBlobs(
  { container, answers }: KeptContainer,
  prefix: string,
): Promise<StoredBlob[]> {
  const stored: StoredBlob[] = [];
  let marker: string | null = null;
  do {
    const from: string = marker ?? '';
    const question = `blobs ${container.url} ${prefix} ${from}`;
    const ask = async () => JSON.stringify(await readPage(container, prefix, from));
    const page: BlobPage = blobPage.parse(JSON.parse(await answerOnce(answers, question, ask)));
    stored.push(...page.blobs);
    ({ marker } = page);
  } while (marker !== null);
  return stored;
}

async function readPage(container: ContainerClient, prefix: string, from: string): Promise<BlobPage> {
  const settings = from === '' ? {} : { continuationToken: from };
  try {
    for await (const { segment, continuationToken } of container.listBlobsFlat({ prefix }).byPage(settings)) {
      const blobs = segment.blobItems.map(({ name, properties: { contentLength = 0, lastModified } }) => ({
        name,
        bytes: contentLength,
        writtenMs: lastModified.getTime(),
      }));
      return { blobs, marker: continuationToken || null };
    }
    return { blobs: [], marker: null };
  } catch (error) {
    // The library's own error carries the request, and says that the XML could not be read.
    if (!(error instanceof RestError)) throw error;
    throw new AzureFailure({
      kind: 'malformed',
      source: 'storage',
      message: 'list of blobs: not understood',
    });
  }
}
