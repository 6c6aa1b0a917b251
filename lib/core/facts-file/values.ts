import { z } from 'zod';
import {
  parsePartnerId,
  parsePrincipalId,
  parseRoleDefinitionId,
  parseSubscriptionId,
  parseTenantId,
} from '../ids.ts';
import { decimalText, parseDecimal, type Decimal } from '../money.ts';
import { parseDay } from '../periods.ts';
import { UNREAD_REASONS } from '../statuses.ts';

/** Values of the facts file, each both ways: JSON to our types and back. */

function parsed<Value>(
  parse: (text: string) => Value | null,
  format: (value: Value) => string,
  what: string,
) {
  return z.codec(z.string(), z.custom<Value>(), {
    decode: (text, context) => {
      const value = parse(text);
      if (value !== null) return value;
      context.issues.push({ code: 'custom', message: `is not ${what}`, input: text });
      return z.NEVER;
    },
    encode: format,
  });
}

const same = <Text extends string>(value: Text): string => value;
const instantOf = (text: string): string | null => (Number.isNaN(Date.parse(text)) ? null : text);

export const tenantId = parsed(parseTenantId, same, 'a tenant id');
export const subscriptionId = parsed(parseSubscriptionId, same, 'a subscription id');
export const principalId = parsed(parsePrincipalId, same, 'an object id');
export const roleId = parsed(parseRoleDefinitionId, same, 'a role definition id');
export const partnerId = parsed(parsePartnerId, same, 'a partner ID');
export const day = parsed(parseDay, same, 'a day');
export const instant = parsed(instantOf, same, 'an instant');
export const decimal = parsed<Decimal>(parseDecimal, decimalText, 'a decimal number');
export const text = z.string();

export const setOf = <Item extends z.ZodType>(item: Item) =>
  z.codec(z.array(item), z.custom<ReadonlySet<z.output<Item>>>(), {
    // zod hands the items over as decoded; its own type for the inner array is the input's.
    decode: (items) => new Set(items as z.output<Item>[]),
    encode: (items) => [...items] as never,
  });

export const mapOf = <Key extends z.ZodType, Item extends z.ZodType>(key: Key, item: Item) =>
  z.codec(z.array(z.tuple([key, item])), z.custom<ReadonlyMap<z.output<Key>, z.output<Item>>>(), {
    decode: (entries) => new Map(entries as [z.output<Key>, z.output<Item>][]),
    encode: (map) => [...map] as never,
  });

/** A fact: its value and date, or why it was not read. */
export const readOf = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('read'), value, at: instant }),
    z.strictObject({
      state: z.literal('unread'),
      reason: z.enum(UNREAD_REASONS),
      missingRight: z.string().nullable(),
    }),
  ]);
