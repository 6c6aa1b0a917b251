import { armError, type Answer, type Call } from './http.ts';

export const PAGE_SIZE = 100;

export type Page<Item> = { items: readonly Item[]; nextLink?: string };

/** Continuation tokens say nothing to those who carry them. */
const encodeOffset = (offset: number, of: string): string =>
  Buffer.from(JSON.stringify([offset, of])).toString('base64url');

function decodeOffset(token: string, of: string): number | null {
  try {
    const held: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (!Array.isArray(held) || held[1] !== of || !Number.isInteger(held[0])) return null;
    return Number(held[0]);
  } catch {
    return null;
  }
}

/** One page of a list; `of` ties a continuation to the list, and where it matters to the request's body. */
export function pageOf<Item>(
  items: readonly Item[],
  call: Call,
  { size = PAGE_SIZE, of = call.path.toLowerCase(), parameter = '$skiptoken' } = {},
): Page<Item> | { refusal: Answer } {
  const token = tokenIn(call.query);
  const offset = token === null ? 0 : decodeOffset(token, of);
  if (offset === null) {
    return {
      refusal: armError(400, 'InvalidSkipToken', 'The continuation token does not belong to this request.'),
    };
  }
  const next = offset + Math.min(size, call.mostItems);
  const page = { items: items.slice(offset, next) };
  return next < items.length ? { ...page, nextLink: linkTo(call, parameter, encodeOffset(next, of)) } : page;
}

const tokenIn = (query: URLSearchParams): string | null =>
  [...query].find(([name]) => name.toLowerCase() === '$skiptoken')?.[1] ?? null;

function linkTo(call: Call, parameter: string, token: string): string {
  const kept = [...call.query].filter(([name]) => name.toLowerCase() !== '$skiptoken');
  const query = [...kept, [parameter, token] as const]
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return `${call.origin}${call.path}?${query}`;
}
