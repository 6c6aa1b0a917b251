/** A file that is not what it should be; our reading of it is at fault or Microsoft's form has changed. */
export class CostFileFailure extends Error {
  override readonly name = 'CostFileFailure';
  readonly kind = 'malformed';
}
