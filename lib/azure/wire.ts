import { z } from 'zod';
import {
  parsePrincipalId,
  parseRoleDefinitionId,
  parseSubscriptionId,
  parseTenantId,
} from '#lib/core/ids.ts';
import { AzureFailure, type ApiName } from './failure.ts';

/** Text made into an id by its parser; a text that is no such id is a wrong shape. */
function idOf<Id extends string>(what: string, parse: (text: string) => Id | null) {
  return z.string().transform((text, context): Id => {
    const id = parse(text);
    if (id !== null) return id;
    context.addIssue({ code: 'custom', message: `expected ${what}` });
    return z.NEVER;
  });
}

export const tenantId = idOf('a tenant id', parseTenantId);
export const subscriptionId = idOf('a subscription id', parseSubscriptionId);
export const principalId = idOf('an object id', parsePrincipalId);
export const roleDefinitionId = idOf('a role definition id', parseRoleDefinitionId);

export const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? null);

export const optionalBoolean = z
  .boolean()
  .nullish()
  .transform((value) => value ?? null);

export const optionalTenantId = optionalText.transform((text) =>
  text === null ? null : parseTenantId(text),
);

/** The instant in UTC; Azure writes 0 to 7 fractional digits, and year 1 where it knows none. */
export const optionalInstant = optionalText.transform((text) => {
  if (text === null || text.startsWith('0001-')) return null;
  const ms = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
});

/** A number as its source text (parseExactJson), or as a plain JSON number. */
export const exactNumber = z.union([z.string(), z.number()]).transform(String);

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ value: z.array(item), nextLink: z.string().nullish() });

export function parseWire<Shape>(source: ApiName, schema: z.ZodType<Shape>, answer: unknown): Shape {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  throw new AzureFailure({
    kind: 'malformed',
    source,
    message: `${path?.replace(/^\./, '') || 'answer'}: ${issue?.message ?? 'wrong shape'}`,
  });
}
