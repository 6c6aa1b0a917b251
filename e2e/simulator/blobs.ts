/** A blob of a simulated storage account; its bytes lie in a file of this machine, or are few. */
export type Blob = {
  path: string;
  contentType: string;
  lastModifiedMs: number;
} & ({ file: string; bytes: number } | { text: string });

export const sizeOfBlob = (blob: Blob): number =>
  'file' in blob ? blob.bytes : Buffer.byteLength(blob.text);

/** Reports lie in an account of Microsoft's, opened by links alone. */
export const REPORT_PLACE = { account: 'simulatedreports', container: 'armreports' } as const;

/** Exports lie in an account of the partner's own, opened by roles alone. */
export const EXPORT_PLACE = { account: 'halvorsencosts', container: 'cost-exports' } as const;

export const blobUrl = (
  origin: string,
  { account, container }: { account: string; container: string },
  path: string,
) => `${origin}/_blob/${account}/${container}/${path.split('/').map(encodeURIComponent).join('/')}`;
