import 'server-only';
import { z } from 'zod';

const problem = z
  .object({
    type: z.string(),
    status: z.number().int(),
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ parameter: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457, with a stable code' });

export const json = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
});
export const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

export const jsonBody = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

export const refusals = {
  '400': refusal('A parameter is unknown or wrong'),
  '401': refusal('Nobody has signed in, or the token is refused'),
  '403': refusal('The role is missing'),
  '500': refusal('Internal error'),
};
export const unknownId = { '404': refusal('No such id') };
