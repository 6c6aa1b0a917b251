import { z } from 'zod';
import { decimalText, requireDecimal, sum } from '#lib/core/money.ts';
import type { Reply, Seen } from '../../testing/fake-azure.ts';

/** A made line of cost; `of` names its dimensions. */
export type MadeLine = { day: string; amount: string; currency?: string; of: Record<string, string> };

const oneOf = z.object({
  dimensions: z.object({ name: z.string(), operator: z.literal('In'), values: z.array(z.string()) }),
});
const body = z.object({
  dataset: z.object({
    granularity: z.enum(['Daily', 'None']),
    grouping: z.array(z.object({ name: z.string() })).max(2),
    filter: z.union([oneOf, z.object({ and: z.array(oneOf).min(2) })]).optional(),
  }),
});

export type Asked = { daily: boolean; groupings: string[]; filters: Record<string, string[]> };

export function askedBy({ body: text }: Pick<Seen, 'body'>): Asked {
  const { dataset } = body.parse(JSON.parse(text));
  const { filter, granularity, grouping } = dataset;
  const parts = filter === undefined ? [] : 'and' in filter ? filter.and : [filter];
  return {
    daily: granularity === 'Daily',
    groupings: grouping.map(({ name }) => name),
    filters: Object.fromEntries(parts.map(({ dimensions: { name, values } }) => [name, values])),
  };
}

/** Answers a query from made lines as the Query API would: grouped, filtered, one row for each currency. */
export function answerQuery(lines: readonly MadeLine[], seen: Seen): Reply {
  const { daily, groupings, filters } = askedBy(seen);
  const kept = lines.filter(({ of }) =>
    Object.entries(filters).every(([name, values]) => values.includes(of[name] ?? '')),
  );
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
