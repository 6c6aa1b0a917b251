/** A file that is not what it should be; our reading of it is at fault or Microsoft's form has changed. */
export class CostFileFailure extends Error {
  override readonly name = 'CostFileFailure';
  readonly kind = 'malformed';
}

/** What the database throws over a file that is damaged; errors of the disk and bugs stay what they are. */
export function unreadableBy(error: unknown): unknown {
  const isOfDatabase = error instanceof Error && error.constructor === Error && !('code' in error);
  return isOfDatabase ? new CostFileFailure(UNREADABLE, { cause: error }) : error;
}

const UNREADABLE = 'The file cannot be read: it is damaged or cut off. Download it again.';
