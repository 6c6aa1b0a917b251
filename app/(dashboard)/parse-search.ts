import type { z } from 'zod';
import type { AddressProblem } from '#components/layout/wrong-address.tsx';
import { BadQuery } from '#lib/queries/bad-query.ts';
import { queryFault } from '#lib/queries/schemas/query-fault.ts';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;
type Problem = AddressProblem;
type Parsed<Query> = { problems: null; query: Query } | { problems: Problem[]; query: null };

/** The address of a page, checked by the same schema as the API's query. Empty form fields count as left out. */
export async function parseSearch<Schema extends z.ZodType>(
  schema: Schema,
  searchParams: SearchParams,
): Promise<Parsed<z.infer<Schema>>> {
  const given = Object.entries(await searchParams).filter(([, value]) => value !== undefined && value !== '');
  const twice = given.filter(([, value]) => Array.isArray(value));
  if (twice.length > 0) return { query: null, problems: twice.map(([name]) => ({ name, fault: 'twice' })) };
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
    return { answer: null, problems: [{ name: error.parameter, ...error.fault }] };
  }
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.') || 'address'];
  return names.map((name) => ({ name, ...queryFault(issue) }));
}
