import { z } from 'zod';
import type { Answer, Call } from './http.ts';

export const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    code: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    /** As some providers answer: without the envelope of Resource Manager. */
    unwrapped: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('hang') }),
  z.strictObject({ kind: z.literal('cut') }),
  z.strictObject({ kind: z.literal('slow'), ms: z.int().min(0) }),
  z.strictObject({ kind: z.literal('half-json') }),
  z.strictObject({ kind: z.literal('malformed-json') }),
  z.strictObject({ kind: z.literal('missing-field'), field: z.string() }),
  z.strictObject({ kind: z.literal('set-field'), field: z.string(), value: z.json() }),
  z.strictObject({ kind: z.literal('foreign-next-link'), url: z.url() }),
  /** The list is empty, and yet goes on where it would have. */
  z.strictObject({ kind: z.literal('empty-page') }),
  /** The list is empty, and says that there is nothing. */
  z.strictObject({ kind: z.literal('nothing-there') }),
  /** The page's link leads to the page itself. */
  z.strictObject({ kind: z.literal('duplicate-page') }),
  /** The page says that it is the last one. */
  z.strictObject({ kind: z.literal('missing-page') }),
  /** The page's link leads to nothing that Azure knows. */
  z.strictObject({ kind: z.literal('wrong-next-link') }),
  /** Azure's clock goes on from a later instant. */
  z.strictObject({ kind: z.literal('clock-jump'), ms: z.int() }),
]);

export type Effect = z.infer<typeof effectSchema>;
export type EffectKind = Effect['kind'];

const CODES = new Map([
  [401, 'ExpiredAuthenticationToken'],
  [403, 'AuthorizationFailed'],
  [404, 'ResourceNotFound'],
  [429, 'TooManyRequests'],
  [500, 'InternalServerError'],
  [502, 'BadGateway'],
  [503, 'ServiceUnavailable'],
  [504, 'GatewayTimeout'],
]);

export function faultAnswer(effect: Extract<Effect, { kind: 'status' }>): Answer {
  const code = effect.code ?? CODES.get(effect.status) ?? 'Fault';
  const message = `Simulated fault: ${effect.status}.`;
  return {
    status: effect.status,
    headers: effect.headers ?? {},
    body: effect.unwrapped === true ? { message, messageDetail: code } : { error: { code, message } },
  };
}

/** The answer as text, spoilt as the effect says; a field is a path such as `value.0.tenantId`. */
export function spoil(effect: Effect, body: unknown, call: Call): string {
  const text = JSON.stringify(body) ?? '';
  if (effect.kind === 'half-json') return text.slice(0, Math.floor(text.length / 2));
  if (effect.kind === 'malformed-json') return `<html>${text}`;
  const copy: unknown = JSON.parse(text || '{}');
  if (effect.kind === 'missing-field') change(copy, effect.field.split('.'), undefined);
  else if (effect.kind === 'set-field') change(copy, effect.field.split('.'), effect.value);
  else spoilPage(effect, copy, call);
  return JSON.stringify(copy);
}

function spoilPage(effect: Effect, target: unknown, call: Call): void {
  const page = pageIn(target);
  if (page === null) return;
  const { holder, link, items } = page;
  if (effect.kind === 'foreign-next-link') Reflect.set(holder, link, effect.url);
  if (effect.kind === 'empty-page') Reflect.set(holder, items, []);
  if (effect.kind === 'missing-page' || effect.kind === 'nothing-there') Reflect.deleteProperty(holder, link);
  if (effect.kind === 'nothing-there') {
    Reflect.set(holder, items, []);
    for (const count of COUNTS.filter((name) => name in holder)) Reflect.set(holder, count, 0);
  }
  const isToken = link === '$skipToken';
  if (effect.kind === 'duplicate-page' && link in holder) {
    Reflect.set(
      holder,
      link,
      isToken ? (tokenOf(call) ?? Reflect.get(holder, link)) : `${call.origin}${call.path}?${call.query}`,
    );
  }
  if (effect.kind === 'wrong-next-link' && link in holder) {
    Reflect.set(
      holder,
      link,
      isToken ? 'bm90aGluZw' : `${call.origin}/providers/Nothing.Here/lists?api-version=2000-01-01`,
    );
  }
}

const COUNTS = ['count', 'totalRecords', 'totalCount', '@odata.count'];

type PageParts = { holder: object; link: string; items: string };

/** Where an answer keeps its items and the way to the next page; null: it is no list. */
function pageIn(target: unknown): PageParts | null {
  if (typeof target !== 'object' || target === null) return null;
  const properties: unknown = Reflect.get(target, 'properties');
  if (typeof properties === 'object' && properties !== null && 'rows' in properties) {
    return { holder: properties, link: 'nextLink', items: 'rows' };
  }
  if ('data' in target && 'resultTruncated' in target)
    return { holder: target, link: '$skipToken', items: 'data' };
  if (!('value' in target)) return null;
  return {
    holder: target,
    link: '@odata.context' in target ? '@odata.nextLink' : 'nextLink',
    items: 'value',
  };
}

const tokenOf = ({ body }: Call): string | null => /"\$skipToken"\s*:\s*"([^"]+)"/.exec(body)?.[1] ?? null;

function change(target: unknown, path: readonly string[], value: unknown): void {
  const [name, ...rest] = path;
  if (typeof target !== 'object' || target === null || name === undefined) return;
  if (rest.length > 0) change(Reflect.get(target, name), rest, value);
  else if (value === undefined) Reflect.deleteProperty(target, name);
  else Reflect.set(target, name, value);
}
