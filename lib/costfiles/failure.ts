import { tellFileReason } from '#lib/core/file-reasons.ts';

/** A file that is not what it should be; our reading of it is at fault or Microsoft's form has changed. */
export class CostFileFailure extends Error {
  override readonly name: string = 'CostFileFailure';
  readonly kind: 'malformed' | 'no-memory' = 'malformed';
}

/** Nothing is amiss with the file, but it does not fit the memory that scans have. */
export class ScanMemoryFailure extends CostFileFailure {
  override readonly name = 'ScanMemoryFailure';
  override readonly kind = 'no-memory';

  constructor(options?: ErrorOptions) {
    super(tellFileReason('no-memory', {}), options);
  }
}

const isOfDatabase = (error: unknown): error is Error =>
  error instanceof Error && error.constructor === Error && !('code' in error);

/** A want of memory by its name; the binding tells the kind of an error by the first words of its text alone. */
export const namedMemory = (error: unknown): unknown =>
  isOfDatabase(error) && error.message.startsWith('Out of Memory Error')
    ? new ScanMemoryFailure({ cause: error })
    : error;

/** What the database throws over a file that is damaged; errors of the disk and bugs stay what they are. */
export function unreadableBy(error: unknown): unknown {
  const named = namedMemory(error);
  return isOfDatabase(named) ? new CostFileFailure(tellFileReason('damaged', {}), { cause: named }) : named;
}
