import { z } from 'zod';
import { readBody } from '#app/api/read-body.ts';
import { answer, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { sessionEndMs } from '#lib/auth/session.ts';
import { renew, signIn, signOut, type SignInResult } from '#lib/commands/sign-in.ts';
import { getSession } from '#lib/queries/session.ts';

const token = z.string().min(1).max(16_000);
const tokens = z.strictObject({ accessToken: token, idToken: token });
const renewal = z.strictObject({ accessToken: token });

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    return answer(await getSession());
  });

export const POST = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    return answerSignIn(await signIn(await readBody(request, tokens)));
  });

export const PUT = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    return answerSignIn(await renew((await readBody(request, renewal)).accessToken));
  });

export const DELETE = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await signOut();
    return new Response(null, { status: 204 });
  });

function answerSignIn(result: SignInResult): Response {
  if (result.kind === 'signed-in') {
    return answer({ endsAt: new Date(sessionEndMs(result.session)).toISOString() }, 201);
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
    status: result.fault === 'role' || result.fault === 'tenant' || result.fault === 'guest' ? 403 : 401,
    code: `sign-in-refused-${result.fault}`,
    title: 'Sign-in refused',
    detail: 'The sign-in was refused; the code says why.',
  });
}
