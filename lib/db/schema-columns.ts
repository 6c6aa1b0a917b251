import { customType, uuid } from 'drizzle-orm/pg-core';
import type { ToldLink } from '#lib/core/linked-how.ts';

/** An instant, as ISO 8601 text in UTC on our side. */
export const at = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
});

/** How we know of a link; rows from before texts had languages hold a sentence instead. */
export const toldLinkColumn = customType<{ data: ToldLink; driverData: string }>({
  dataType: () => 'text',
  toDriver: (told) => (told.kind === 'sentence' ? told.text : JSON.stringify(told)),
  // Whatever begins like this was written above.
  fromDriver: (text) =>
    text.startsWith('{"kind":') ? (JSON.parse(text) as ToldLink) : { kind: 'sentence', text },
});

/** The driver leaves arrays of days and of decimals as text; none of their values needs quotes. */
const valuesIn = (text: string): string[] => (text === '{}' ? [] : text.slice(1, -1).split(','));

export const daysColumn = customType<{ data: string[]; driverData: string }>({
  dataType: () => 'date[]',
  toDriver: (days) => `{${days.join(',')}}`,
  fromDriver: valuesIn,
});

/** Texts as one array, as the database reads it. */
export const arrayText = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replaceAll(/[\\"]/g, '\\$&')}"`).join(',')}}`;

/** Written several times as quick as an array of texts, which asks its column about each; the driver reads it by itself. */
export const namesColumn = customType<{ data: string[]; driverData: string }>({
  dataType: () => 'text[]',
  toDriver: arrayText,
});

/** Decimals as text; null where one is not known. */
export const decimalsColumn = customType<{ data: (string | null)[]; driverData: string }>({
  dataType: () => 'numeric[]',
  toDriver: (values) => `{${values.map((value) => value ?? 'NULL').join(',')}}`,
  fromDriver: (text) => valuesIn(text).map((value) => (value === 'NULL' ? null : value)),
});

/** Facts carry the id of the read they came with. */
export const factColumns = { readId: uuid('read_id').notNull() };
