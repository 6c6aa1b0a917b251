import { z } from 'zod';
import { effectSchema, type Effect } from './fault-effects.ts';
import { faultGenerator, type Generator, type GeneratorOptions } from './fault-generator.ts';
import type { Api, Call } from './http.ts';

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
  /** Regular expression over the body of the request. */
  body: z.string().refine(isPattern, 'is no regular expression').optional(),
  /** The tenant of the token, or of the Entra path, or one that the path names. */
  tenant: z.string().optional(),
  /** How many calls it meets; absent: all, until cleared. */
  count: z.int().positive().optional(),
  effect: effectSchema,
});

export type Fault = z.infer<typeof faultSchema>;

export type Faults = {
  add(fault: Fault): void;
  /** Faults of chance, until cleared. */
  generate(options: GeneratorOptions): void;
  clear(): void;
  list(): readonly (Fault | GeneratorOptions)[];
  /** The first fault that meets this call, counted as used. */
  take(call: Call, api: Api, tenant: string | null): Effect | null;
};

export function makeFaults(): Faults {
  const held: { fault: Fault; left: number }[] = [];
  const generators: { options: GeneratorOptions; next: Generator }[] = [];
  return {
    add: (fault) => void held.push({ fault, left: fault.count ?? Number.POSITIVE_INFINITY }),
    generate: (options) => void generators.push({ options, next: faultGenerator(options) }),
    clear() {
      held.splice(0);
      generators.splice(0);
    },
    list: () => [
      ...held.filter(({ left }) => left > 0).map(({ fault }) => fault),
      ...generators.map(({ options }) => options),
    ],
    take(call, api, tenant) {
      const met = held.find(({ fault, left }) => left > 0 && meets(fault, call, api, tenant));
      if (met !== undefined) {
        met.left -= 1;
        return met.fault.effect;
      }
      for (const { next } of generators) {
        const effect = next(call, api, tenant);
        if (effect !== null) return effect;
      }
      return null;
    },
  };
}

function meets(fault: Fault, call: Call, api: Api, tenant: string | null): boolean {
  const target = `${call.path}?${call.query}`;
  if (fault.api !== undefined && fault.api !== api) return false;
  if (fault.method !== undefined && fault.method !== call.method) return false;
  if (fault.path !== undefined && !new RegExp(fault.path, 'i').test(target)) return false;
  if (fault.body !== undefined && !new RegExp(fault.body, 'i').test(call.body)) return false;
  if (fault.tenant === undefined) return true;
  const wanted = fault.tenant.toLowerCase();
  return tenant?.toLowerCase() === wanted || call.path.toLowerCase().includes(wanted);
}
