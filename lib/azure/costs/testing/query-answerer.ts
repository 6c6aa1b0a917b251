import { z } from 'zod';
import { decimalText, requireDecimal, sum } from '#lib/core/money.ts';
import type { Reply, Seen } from '../../testing/fake-azure.ts';

/** A made line of cost; `of` names its dimensions. */
export type MadeLine = { day: string; amount: string; currency?: string; of: Record<string, string> };

const oneOf = z.object({
  dimensions: z.object({ name: z.string(), operator: z.literal('In'), values: z.array(z.string()).min(1) }),
});
type Filter = z.infer<typeof oneOf> | { and: Filter[] } | { or: Filter[] };
const filterSchema: z.ZodType<Filter> = z.union([
  oneOf,
  z.object({ and: z.lazy(() => z.array(filterSchema).min(2)) }),
  z.object({ or: z.lazy(() => z.array(filterSchema).min(2)) }),
]);
const body = z.object({
  dataset: z.object({
    granularity: z.enum(['Daily', 'None']),
    grouping: z
      .array(z.object({ name: z.string() }))
      .max(2)
      .default([]),
    filter: filterSchema.optional(),
  }),
});

export type Asked = {
  daily: boolean;
  groupings: string[];
  /** Values of each dimension that the filter names anywhere. */
  filters: Record<string, string[]>;
  matches: (of: Record<string, string>) => boolean;
};

const partsOf = (filter: Filter): readonly Filter[] =>
  'and' in filter ? filter.and : 'or' in filter ? filter.or : [];

const leavesOf = (filter: Filter): z.infer<typeof oneOf>[] =>
  'dimensions' in filter ? [filter] : partsOf(filter).flatMap(leavesOf);

function matches(filter: Filter, of: Record<string, string>): boolean {
  if ('dimensions' in filter) return filter.dimensions.values.includes(of[filter.dimensions.name] ?? '');
  const parts = partsOf(filter);
  return 'and' in filter ? parts.every((part) => matches(part, of)) : parts.some((part) => matches(part, of));
}

export function askedBy({ body: text }: Pick<Seen, 'body'>): Asked {
  const { dataset } = body.parse(JSON.parse(text));
  const { filter, granularity, grouping } = dataset;
  const leaves = filter === undefined ? [] : leavesOf(filter);
  return {
    daily: granularity === 'Daily',
    groupings: grouping.map(({ name }) => name),
    filters: Object.fromEntries(leaves.map(({ dimensions: { name, values } }) => [name, values])),
    matches: (of) => filter === undefined || matches(filter, of),
  };
}

/** Answers a query from made lines as the Query API would: grouped, filtered, one row for each currency. */
export function answerQuery(lines: readonly MadeLine[], seen: Seen): Reply {
  const { daily, groupings, ...asked } = askedBy(seen);
  const kept = lines.filter(({ of }) => asked.matches(of));
  const keysOf = ({ day, currency = 'EUR', of }: MadeLine): string[] => [
    ...(daily ? [day.replaceAll('-', '')] : []),
    ...groupings.map((name) => JSON.stringify(of[name] ?? '')),
    JSON.stringify(currency),
  ];
  const groups = [...Map.groupBy(kept, (line) => keysOf(line).join(','))];
  if (groups.length === 0) return { status: 204 };
  const rows = groups.map(
    ([keys, same]) => `[${decimalText(sum(same.map(({ amount }) => requireDecimal(amount))))},${keys}]`,
  );
  const columns = ['Cost', ...(daily ? ['UsageDate'] : []), ...groupings, 'Currency'];
  const named = JSON.stringify(columns.map((name) => ({ name, type: 'String' })));
  return { text: `{"properties":{"nextLink":null,"columns":${named},"rows":[${rows.join(',')}]}}` };
}
