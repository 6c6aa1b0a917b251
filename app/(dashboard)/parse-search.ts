import type { z } from 'zod';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;
type Problem = { name: string; message: string };
type Parsed<Query> = { problems: null; query: Query } | { problems: Problem[]; query: null };

/** The address of a page, checked by the same schema as the API's query. Empty form fields count as left out. */
export async function parseSearch<Schema extends z.ZodType>(
  schema: Schema,
  searchParams: SearchParams,
): Promise<Parsed<z.infer<Schema>>> {
  const given = Object.entries(await searchParams).filter(([, value]) => value !== undefined && value !== '');
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success) return { problems: null, query: result.data };
  return { query: null, problems: result.error.issues.flatMap(problemsOf) };
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => ({ name, message: 'this page has no such filter' }));
  }
  return [{ name: issue.path.join('.') || 'address', message: wordsOf(issue) }];
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') return 'must be given once';
  if (issue.code === 'invalid_format')
    return 'does not have the form it should have, such as 2026-11 for a month';
  return issue.message;
}
