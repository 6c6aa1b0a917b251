import 'server-only';

/** A request that asks for something that cannot be; `parameter` names it. */
export class BadQuery extends Error {
  readonly parameter: string;

  constructor(parameter: string, message: string) {
    super(message);
    this.parameter = parameter;
  }
}

/** The opaque cursor of lists: how many rows come before. */
export function parseCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const offset = Number(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Number.isSafeInteger(offset) || offset < 1) {
    throw new BadQuery('cursor', 'cursor is not one that this list gave; leave it out to start over');
  }
  return offset;
}

export const nextCursor = (offset: number, shown: number, total: number): string | null =>
  offset + shown < total ? Buffer.from(String(offset + shown)).toString('base64url') : null;
