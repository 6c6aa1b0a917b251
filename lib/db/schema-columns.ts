import { customType, uuid } from 'drizzle-orm/pg-core';

/** An instant, as ISO 8601 text in UTC on our side. */
export const at = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
});

/** Facts carry the id of the read they came with. */
export const factColumns = { readId: uuid('read_id').notNull() };
