import { RestError } from '@azure/core-rest-pipeline';
import type { ContainerClient } from '@azure/storage-blob';
import { AzureFailure } from '../failure.ts';

export type StoredBlob = { name: string; bytes: number; writtenMs: number };

/** The blobs of a container whose names begin with the prefix. */
export async function listBlobs(container: ContainerClient, prefix: string): Promise<StoredBlob[]> {
  const stored: StoredBlob[] = [];
  try {
    for await (const { name, properties } of container.listBlobsFlat({ prefix })) {
      const { contentLength = 0, lastModified } = properties;
      stored.push({ name, bytes: contentLength, writtenMs: lastModified.getTime() });
    }
  } catch (error) {
    // The library's own error carries the request, and says that the XML could not be read.
    if (!(error instanceof RestError)) throw error;
    throw new AzureFailure({
      kind: 'malformed',
      source: 'storage',
      message: 'list of blobs: not understood',
    });
  }
  return stored;
}
