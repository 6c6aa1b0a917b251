import { createHash } from 'node:crypto';
import type { Answer, Call } from './http.ts';

const PAGE_ROWS = 1000;
const MOST_ROWS = 5000;

type RowPage<Row> = { rows: readonly Row[]; nextLink: string | null };
type Cursor<Row> = { offset: number; rows: Iterator<Row>; ahead: Row | null };

/** Cost Management does not wrap every refusal. */
export const unwrapped = (message: string, messageDetail: string): Answer => ({
  status: 400,
  body: { message, messageDetail },
});

/** Remembers where the last page of each query ended, so that the next need not begin anew. */
export function makeRowPages<Row>() {
  const cursors = new Map<string, Cursor<Row>>();
  return {
    /** Further pages are asked for by sending the same body to the link. */
    page(call: Call, scope: string, begin: () => Iterator<Row>): RowPage<Row> | { refusal: Answer } {
      const size = sizeOf(call.query);
      if (size === null) return { refusal: unwrapped('Invalid $top value.', `1 to ${MOST_ROWS}`) };
      const of = digestOf(scope, call.body);
      const offset = offsetOf(call.query, of);
      if (offset === null) {
        return {
          refusal: unwrapped('Invalid skiptoken.', 'It does not belong to this request and its body.'),
        };
      }
      const cursor = cursorAt(cursors.get(of), offset, begin);
      cursors.delete(of);
      const rows = takeRows(cursor, Math.min(size, call.mostItems));
      if (cursor.ahead === null) return { rows, nextLink: null };
      keep(cursors, of, cursor);
      return { rows, nextLink: linkTo(call, of, cursor.offset) };
    },
  };
}

const KEPT_CURSORS = 64;

function keep<Row>(cursors: Map<string, Cursor<Row>>, key: string, cursor: Cursor<Row>): void {
  cursors.set(key, cursor);
  const [oldest] = cursors.keys();
  if (cursors.size > KEPT_CURSORS && oldest !== undefined) cursors.delete(oldest);
}

function cursorAt<Row>(
  known: Cursor<Row> | undefined,
  offset: number,
  begin: () => Iterator<Row>,
): Cursor<Row> {
  if (known?.offset === offset) return known;
  const rows = begin();
  const cursor: Cursor<Row> = { offset: 0, rows, ahead: nextOf(rows) };
  takeRows(cursor, offset);
  return cursor;
}

const nextOf = <Row>(rows: Iterator<Row>): Row | null => {
  const { value, done } = rows.next();
  return done === true ? null : value;
};

function takeRows<Row>(cursor: Cursor<Row>, count: number): Row[] {
  const rows: Row[] = [];
  while (rows.length < count && cursor.ahead !== null) {
    rows.push(cursor.ahead);
    cursor.ahead = nextOf(cursor.rows);
  }
  cursor.offset += rows.length;
  return rows;
}

const parameter = (query: URLSearchParams, name: string): string | null =>
  [...query].find(([held]) => held.toLowerCase() === name)?.[1] ?? null;

function sizeOf(query: URLSearchParams): number | null {
  const top = Number(parameter(query, '$top') ?? PAGE_ROWS);
  return Number.isInteger(top) && top >= 1 && top <= MOST_ROWS ? top : null;
}

function offsetOf(query: URLSearchParams, of: string): number | null {
  const token = parameter(query, '$skiptoken');
  if (token === null) return 0;
  const [offset, owner] = Buffer.from(token, 'base64url').toString('utf8').split(' ');
  return owner === of && /^\d+$/.test(offset ?? '') ? Number(offset) : null;
}

function linkTo(call: Call, of: string, offset: number): string {
  const kept = [...call.query].filter(([name]) => name.toLowerCase() !== '$skiptoken');
  const token = Buffer.from(`${offset} ${of}`).toString('base64url');
  const query = [...kept, ['$skiptoken', token] as const]
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return `${call.origin}${call.path}?${query}`;
}

const digestOf = (scope: string, body: string): string =>
  createHash('sha256').update(scope.toLowerCase()).update(body).digest('base64url').slice(0, 16);
