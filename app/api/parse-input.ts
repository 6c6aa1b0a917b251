import type { z } from 'zod';

export type InputFault = { parameter: string; message: string };

/** What a caller gave does not have the shape of the call: their fault, unlike any other failed parse. */
export class BadInput extends Error {
  readonly faults: readonly InputFault[];

  constructor(faults: readonly InputFault[]) {
    super(faults.map(({ parameter, message }) => `${parameter}: ${message}`).join('; '));
    this.name = 'BadInput';
    this.faults = faults;
  }
}

export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new BadInput(parsed.error.issues.flatMap(faultsOf));
  return parsed.data;
}

const faultsOf = (issue: z.core.$ZodIssue): InputFault[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((parameter) => ({ parameter, message: 'this call has no such parameter' }))
    : [{ parameter: issue.path.join('.') || 'query', message: issue.message }];
