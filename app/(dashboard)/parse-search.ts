import type { z } from 'zod';
import { BadQuery } from '#lib/queries/bad-query.ts';

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

type Answered<Answer> = { problems: null; answer: Answer } | { problems: Problem[]; answer: null };

/** A query may still refuse a parameter that has the right form, such as a cursor it never gave. */
export async function answerOrProblems<Answer>(asked: Promise<Answer>): Promise<Answered<Answer>> {
  try {
    return { problems: null, answer: await asked };
  } catch (error) {
    if (!(error instanceof BadQuery)) throw error;
    return { answer: null, problems: [{ name: error.parameter, message: error.message }] };
  }
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
