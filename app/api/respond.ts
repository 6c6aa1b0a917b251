import { z } from 'zod';
import { log } from '#lib/log.ts';
import { Refusal } from '#lib/auth/actor.ts';
import { recordRefusal } from '#lib/auth/audit.ts';
import { KeysUnavailable } from '#lib/auth/verify-token.ts';
import { BadQuery } from '#lib/queries/bad-query.ts';
import type { ProblemCode } from '#lib/texts/problem-codes.ts';
import { BadInput, parseInput, type InputFault } from './parse-input.ts';
import { streamText } from './stream-text.ts';

type Problem = {
  status: number;
  code: ProblemCode;
  title: string;
  detail: string;
  errors?: readonly InputFault[];
};

/** RFC 9457 problem details with a stable code. */
export function problem({ status, ...rest }: Problem): Response {
  return Response.json(
    { type: 'about:blank', status, ...rest },
    { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
  );
}

export const notFound = (detail: string): Response =>
  problem({ status: 404, code: 'not-found', title: 'Not found', detail });

/** To a path of ours, as a form asks for. Relative: whoever stands before us keeps the address people see. */
export const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });

export const answer = (body: object, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** Runs a route and turns whatever it throws into HTTP: the one place that does. */
export async function respond(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadInput) return badQuery(error.faults);
    if (error instanceof Refusal) return refuse(error);
    if (error instanceof BadQuery) return badQuery([{ parameter: error.parameter, message: error.message }]);
    if (error instanceof KeysUnavailable) return keysUnavailable(error);
    log.error({ err: error }, 'a request failed');
    return problem({
      status: 500,
      code: 'internal',
      title: 'Internal error',
      detail: 'The server could not answer. Its log says why.',
    });
  }
}

function keysUnavailable(error: KeysUnavailable): Response {
  log.warn({ err: error }, 'a token could not be checked');
  return problem({
    status: 503,
    code: 'identity-provider-unavailable',
    title: 'Try again',
    detail: 'Microsoft Entra does not give its keys at present, so no token can be checked.',
  });
}

const FORBIDDEN = new Set<Refusal['code']>(['role-required', 'person-required', 'other-site']);

async function refuse(refusal: Refusal): Promise<Response> {
  await recordRefusal(refusal);
  const isForbidden = FORBIDDEN.has(refusal.code);
  return problem({
    status: isForbidden ? 403 : 401,
    code: refusal.code,
    title: isForbidden ? 'Forbidden' : 'Sign-in required',
    detail: refusal.message,
  });
}

const badQuery = (errors: readonly InputFault[]): Response =>
  problem({
    status: 400,
    code: 'bad-query',
    title: 'Bad query parameters',
    detail: errors.map(({ parameter, message }) => `${parameter}: ${message}`).join('; '),
    errors,
  });

/** For calls without query parameters: refuses any. */
export const refuseParameters = (request: Request): void => void parseQuery(request, z.strictObject({}));

/** The query parameters as the schema has them; a parameter given twice, or unknown, is refused. */
export const parseQuery = <Schema extends z.ZodType>(request: Request, schema: Schema): z.infer<Schema> =>
  parseParameters(new URL(request.url).searchParams, schema);

export function parseParameters<Schema extends z.ZodType>(
  parameters: URLSearchParams,
  schema: Schema,
): z.infer<Schema> {
  for (const parameter of new Set(parameters.keys())) {
    if (parameters.getAll(parameter).length > 1) throw new BadQuery(parameter, 'is given more than once');
  }
  return parseInput(schema, Object.fromEntries(parameters));
}

/** Lines of CSV, sent as they come. */
export const csvAnswer = (lines: AsyncGenerator<string>, fileName: string): Response =>
  new Response(streamText(lines, 'file'), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
