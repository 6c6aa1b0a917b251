import { z } from 'zod';
import { readBody } from '#app/api/read-body.ts';
import { answer, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { safeReturnAddress } from '#lib/auth/return-address.ts';
import { sessionEndMs } from '#lib/auth/session.ts';
import { renew, signIn, signOut, type SignInResult } from '#lib/commands/sign-in.ts';
import { getSession } from '#lib/queries/session.ts';

const token = z.string().min(1).max(16_000);
const tokens = z.strictObject({ accessToken: token, idToken: token, to: z.string().max(2000) });
/** Entra knows the person; we do not let them in. */
const FORBIDDEN = new Set<string>(['role', 'tenant', 'issuer', 'guest', 'person-required']);
const renewal = z.strictObject({ accessToken: token });

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    return answer(await getSession());
  });

export const POST = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    const { to, ...given } = await readBody(request, tokens);
    return answerSignIn(await signIn(given), safeReturnAddress(to));
  });

export const PUT = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    return answerSignIn(await renew((await readBody(request, renewal)).accessToken), '/');
  });

export const DELETE = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await signOut();
    return new Response(null, { status: 204 });
  });

function answerSignIn(result: SignInResult, to: string): Response {
  if (result.kind === 'signed-in') {
    return answer({ endsAt: new Date(sessionEndMs(result.session)).toISOString(), to }, 201);
  }
  if (result.kind === 'not-configured') {
    return problem({
      status: 404,
      code: 'not-found',
      title: 'Not found',
      detail: 'Sign-in is not configured here.',
    });
  }
  return problem({
    status: FORBIDDEN.has(result.fault) ? 403 : 401,
    code: `sign-in-refused-${result.fault}`,
    title: 'Sign-in refused',
    detail: 'The sign-in was refused; the code says why.',
  });
}
