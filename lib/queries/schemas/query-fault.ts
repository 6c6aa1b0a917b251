import { z } from 'zod';

/** Forms of values that have no list of their own. */
export const VALUE_FORMS = ['month', 'day', 'instant', 'id', 'person'] as const;
export type ValueForm = (typeof VALUE_FORMS)[number];

/** What only a check of ours refuses. */
const ownFault = z.discriminatedUnion('fault', [
  /** Some of these, comma separated. */
  z.object({ fault: z.literal('several'), values: z.array(z.string()) }),
  /** Each of these may be asked for, but not with the others. */
  z.object({ fault: z.literal('together'), values: z.array(z.string()) }),
  z.object({ fault: z.literal('characters') }),
  z.object({ fault: z.literal('cursor') }),
]);

/** Why a parameter is refused, by what it may be: pages say it in the reader's language, the API in English. */
export type QueryFault =
  | z.infer<typeof ownFault>
  | { fault: 'unknown' | 'twice' | 'number' | 'form' }
  | { fault: 'choice'; values: readonly string[]; forms: readonly ValueForm[] }
  | { fault: 'least' | 'most' | 'longest'; limit: number };

/** For a check of ours: what the API says of it, and what pages do. */
export const refusedBy = (fault: z.infer<typeof ownFault>, message: string) => ({
  message,
  params: { fault },
});

export const MONTH_FORM = /^\d{4}-(0[1-9]|1[0-2])$/;
export const PERSON_FORM = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;

type Issue = z.core.$ZodIssue;

const FORM_OF: Readonly<Record<string, ValueForm>> = {
  date: 'day',
  datetime: 'instant',
  guid: 'id',
  [String(MONTH_FORM)]: 'month',
  [String(PERSON_FORM)]: 'person',
};

/** What a value may be that none of these checks took. */
function choiceOf(issues: readonly Issue[]): QueryFault {
  const values: string[] = [];
  const forms: ValueForm[] = [];
  for (const issue of issues) {
    if (issue.code === 'invalid_value') values.push(...issue.values.map(String));
    if (issue.code !== 'invalid_format') continue;
    const form = FORM_OF[issue.format === 'regex' ? (issue.pattern ?? '') : issue.format];
    if (form !== undefined) forms.push(form);
  }
  return values.length + forms.length === 0 ? { fault: 'form' } : { fault: 'choice', values, forms };
}

function ofSize(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): QueryFault {
  if (issue.code === 'too_small') return { fault: 'least', limit: Number(issue.minimum) };
  return { fault: issue.origin === 'string' ? 'longest' : 'most', limit: Number(issue.maximum) };
}

/** What is wrong with a parameter that a schema of addresses refused. */
export function queryFault(issue: Issue): QueryFault {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { fault: 'unknown' };
    case 'invalid_value':
    case 'invalid_format':
      return choiceOf([issue]);
    case 'invalid_union':
      return choiceOf(issue.errors.flat());
    case 'invalid_type':
      return { fault: issue.expected === 'number' || issue.expected === 'int' ? 'number' : 'form' };
    case 'too_big':
    case 'too_small':
      return ofSize(issue);
    case 'custom': {
      const own = ownFault.safeParse(issue.params?.['fault']);
      return own.success ? own.data : { fault: 'form' };
    }
    default:
      return { fault: 'form' };
  }
}
