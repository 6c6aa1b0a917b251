import 'server-only';
import type { QueryFault } from './schemas/query-fault.ts';

/** A request that asks for something that cannot be; `parameter` names it. The message is the API's, in English. */
export class BadQuery extends Error {
  readonly parameter: string;
  readonly fault: QueryFault;

  constructor(parameter: string, message: string, fault: QueryFault = { fault: 'form' }) {
    super(message);
    this.parameter = parameter;
    this.fault = fault;
  }
}

export const badCursor = (): BadQuery =>
  new BadQuery('cursor', 'cursor is not one that this list gave; leave it out to start over', {
    fault: 'cursor',
  });

/** The opaque cursor of lists: how many rows come before. */
export function parseCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const offset = Number(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Number.isSafeInteger(offset) || offset < 1) {
    throw badCursor();
  }
  return offset;
}

export const nextCursor = (offset: number, shown: number, total: number): string | null =>
  offset + shown < total ? Buffer.from(String(offset + shown)).toString('base64url') : null;
