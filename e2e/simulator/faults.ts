import { z } from 'zod';
import type { Answer, Api, Call } from './http.ts';

const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    code: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ kind: z.literal('hang') }),
  z.strictObject({ kind: z.literal('cut') }),
  z.strictObject({ kind: z.literal('half-json') }),
  z.strictObject({ kind: z.literal('malformed-json') }),
  z.strictObject({ kind: z.literal('missing-field'), field: z.string() }),
  z.strictObject({ kind: z.literal('set-field'), field: z.string(), value: z.json() }),
  z.strictObject({ kind: z.literal('foreign-next-link'), url: z.url() }),
]);

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Which calls it meets: every condition that is given has to hold. */
export const faultSchema = z.strictObject({
  api: z.string().optional(),
  method: z.string().optional(),
  /** Regular expression over path and query. */
  path: z.string().refine(isPattern, 'is no regular expression').optional(),
  /** The tenant of the token, or of the Entra path, or one that the path names. */
  tenant: z.string().optional(),
  /** How many calls it meets; absent: all, until cleared. */
  count: z.int().positive().optional(),
  effect: effectSchema,
});

export type Fault = z.infer<typeof faultSchema>;
export type Effect = Fault['effect'];

export type Faults = {
  add(fault: Fault): void;
  clear(): void;
  list(): readonly Fault[];
  /** The first fault that meets this call, counted as used. */
  take(call: Call, api: Api, tenant: string | null): Effect | null;
};

export function makeFaults(): Faults {
  const held: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void held.push({ fault, left: fault.count ?? Number.POSITIVE_INFINITY }),
    clear: () => void held.splice(0),
    list: () => held.filter(({ left }) => left > 0).map(({ fault }) => fault),
    take(call, api, tenant) {
      const met = held.find(({ fault, left }) => left > 0 && meets(fault, call, api, tenant));
      if (met === undefined) return null;
      met.left -= 1;
      return met.fault.effect;
    },
  };
}

function meets(fault: Fault, call: Call, api: Api, tenant: string | null): boolean {
  const target = `${call.path}?${call.query}`;
  if (fault.api !== undefined && fault.api !== api) return false;
  if (fault.method !== undefined && fault.method !== call.method) return false;
  if (fault.path !== undefined && !new RegExp(fault.path, 'i').test(target)) return false;
  if (fault.tenant === undefined) return true;
  const wanted = fault.tenant.toLowerCase();
  return tenant?.toLowerCase() === wanted || call.path.toLowerCase().includes(wanted);
}

const CODES = new Map([
  [401, 'ExpiredAuthenticationToken'],
  [403, 'AuthorizationFailed'],
  [404, 'ResourceNotFound'],
  [429, 'TooManyRequests'],
  [500, 'InternalServerError'],
  [503, 'ServiceUnavailable'],
]);

export function faultAnswer(effect: Extract<Effect, { kind: 'status' }>): Answer {
  const code = effect.code ?? CODES.get(effect.status) ?? 'Fault';
  return {
    status: effect.status,
    headers: effect.headers ?? {},
    body: { error: { code, message: `Simulated fault: ${effect.status}.` } },
  };
}

/** The answer as text, spoilt as the effect says; a field is a path such as `value.0.tenantId`. */
export function spoil(effect: Effect, body: unknown): string {
  const text = JSON.stringify(body) ?? '';
  if (effect.kind === 'half-json') return text.slice(0, Math.floor(text.length / 2));
  if (effect.kind === 'malformed-json') return `<html>${text}`;
  const copy: unknown = JSON.parse(text || '{}');
  if (effect.kind === 'missing-field') change(copy, effect.field.split('.'), undefined);
  if (effect.kind === 'set-field') change(copy, effect.field.split('.'), effect.value);
  if (effect.kind === 'foreign-next-link') setNextLink(copy, effect.url);
  return JSON.stringify(copy);
}

function change(target: unknown, path: readonly string[], value: unknown): void {
  const [name, ...rest] = path;
  if (typeof target !== 'object' || target === null || name === undefined) return;
  if (rest.length > 0) change(Reflect.get(target, name), rest, value);
  else if (value === undefined) Reflect.deleteProperty(target, name);
  else Reflect.set(target, name, value);
}

function setNextLink(target: unknown, url: string): void {
  if (typeof target !== 'object' || target === null) return;
  const properties: unknown = Reflect.get(target, 'properties');
  const isQuery = typeof properties === 'object' && properties !== null && 'nextLink' in properties;
  const name = '@odata.context' in target ? '@odata.nextLink' : 'nextLink';
  Reflect.set(isQuery ? properties : target, isQuery ? 'nextLink' : name, url);
}
