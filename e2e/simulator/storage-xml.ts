import { sizeOfBlob, type Blob } from './blobs.ts';
import type { Answer } from './http.ts';

const HEAD = '<?xml version="1.0" encoding="utf-8"?>';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const MESSAGES: Readonly<Record<string, string>> = {
  AuthenticationFailed: 'Server failed to authenticate the request. Make sure the signature is right.',
  AuthorizationPermissionMismatch:
    'This request is not authorized to perform this operation using this permission.',
  BlobNotFound: 'The specified blob does not exist.',
  ContainerNotFound: 'The specified container does not exist.',
  InvalidAuthenticationInfo: 'Authentication information is not given in the correct format.',
  InvalidRange: 'The range specified is invalid for the current size of the resource.',
  ResourceNotFound: 'The specified resource does not exist.',
};

/** Storage speaks XML, and says the code in a header too. */
export const storageError = (status: number, code: string, detail = ''): Answer => ({
  status,
  headers: { 'content-type': 'application/xml', 'x-ms-error-code': code },
  text: `${HEAD}<Error><Code>${code}</Code><Message>${escaped(MESSAGES[code] ?? code)}</Message>${
    detail === '' ? '' : `<AuthenticationErrorDetail>${escaped(detail)}</AuthenticationErrorDetail>`
  }</Error>`,
});

type BlobListing = {
  endpoint: string;
  container: string;
  prefix: string;
  /** null: every blob below the prefix; else folders are told in place of what is in them. */
  delimiter: string | null;
  blobs: readonly Blob[];
  nextMarker: string;
};

export function xmlOfBlobs({
  endpoint,
  container,
  prefix,
  delimiter,
  blobs,
  nextMarker,
}: BlobListing): string {
  const folderOf = ({ path }: Blob): string | null => {
    const end = delimiter === null ? -1 : path.indexOf(delimiter, prefix.length);
    return end === -1 ? null : path.slice(0, end + 1);
  };
  const folders = new Set(blobs.flatMap((blob) => folderOf(blob) ?? []));
  const plain = blobs.filter((blob) => folderOf(blob) === null);
  return [
    HEAD,
    `<EnumerationResults ServiceEndpoint="${escaped(endpoint)}" ContainerName="${container}">`,
    `<Prefix>${escaped(prefix)}</Prefix><Blobs>`,
    ...plain.map(xmlOfBlob),
    ...[...folders].map((name) => `<BlobPrefix><Name>${escaped(name)}</Name></BlobPrefix>`),
    `</Blobs><NextMarker>${escaped(nextMarker)}</NextMarker></EnumerationResults>`,
  ].join('');
}

function xmlOfBlob(blob: Blob): string {
  const modified = new Date(blob.lastModifiedMs).toUTCString();
  return [
    `<Blob><Name>${escaped(blob.path)}</Name><Properties>`,
    `<Creation-Time>${modified}</Creation-Time><Last-Modified>${modified}</Last-Modified>`,
    `<Etag>0x${blob.lastModifiedMs.toString(16).toUpperCase()}</Etag>`,
    `<Content-Length>${sizeOfBlob(blob)}</Content-Length><Content-Type>${blob.contentType}</Content-Type>`,
    '<BlobType>BlockBlob</BlobType><AccessTier>Hot</AccessTier><LeaseStatus>unlocked</LeaseStatus>',
    '<LeaseState>available</LeaseState><ServerEncrypted>true</ServerEncrypted></Properties></Blob>',
  ].join('');
}
