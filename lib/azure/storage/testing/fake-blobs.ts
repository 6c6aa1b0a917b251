import type { FakeAzure, Reply, Seen } from '../../testing/fake-azure.ts';

export const STORAGE_ACCOUNT = 'costexports';

export type FakeBlob = { name: string; bytes: Uint8Array; writtenAt?: string };

const etagOf = ({ bytes, writtenAt }: FakeBlob): string => `"${bytes.length}-${writtenAt ?? ''}"`;

function answerRange(blob: FakeBlob, { headers }: Seen): Reply {
  const range = String(headers['x-ms-range'] ?? headers['range'] ?? '');
  const [from = 0, to = 0] = (/bytes=(\d+)-(\d+)/.exec(range)?.slice(1) ?? []).map(Number);
  const condition = headers['if-match'];
  if (condition !== undefined && condition !== etagOf(blob)) return { status: 412 };
  const bytes = blob.bytes.subarray(from, to + 1);
  return {
    status: 206,
    bytes,
    headers: {
      'content-type': 'text/csv',
      'content-length': String(bytes.length),
      'content-range': `bytes ${from}-${from + bytes.length - 1}/${blob.bytes.length}`,
      etag: etagOf(blob),
    },
  };
}

const listed = (blob: FakeBlob): string => `<Blob><Name>${blob.name}</Name><Properties>
  <Last-Modified>${new Date(blob.writtenAt ?? '2026-04-02T00:00:00Z').toUTCString()}</Last-Modified>
  <Etag>${etagOf(blob)}</Etag><Content-Length>${blob.bytes.length}</Content-Length><BlobType>BlockBlob</BlobType>
  </Properties></Blob>`;

/** A container of a storage account at `/_blob/{account}/{container}`: lists by prefix, answers ranges. */
export function serveBlobs(azure: FakeAzure, container: string, blobs: readonly FakeBlob[]): void {
  const root = `/_blob/${STORAGE_ACCOUNT}/${container}`;
  azure.on('GET', root, ({ query }) => {
    const found = blobs.filter(({ name }) => name.startsWith(query.get('prefix') ?? ''));
    return {
      headers: { 'content-type': 'application/xml' },
      text: `<?xml version="1.0" encoding="utf-8"?><EnumerationResults ContainerName="${container}"><Blobs>${found.map(listed).join('')}</Blobs><NextMarker /></EnumerationResults>`,
    };
  });
  for (const blob of blobs) {
    azure.on('GET', `${root}/${blob.name}`, (seen) => answerRange(blob, seen));
  }
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
