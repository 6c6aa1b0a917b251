import { answer, notFound, refuseParameters, respond } from '#app/api/respond.ts';
import { beginSignIn } from '#lib/commands/sign-in.ts';

export const POST = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    const challenge = await beginSignIn();
    return challenge === null ? notFound('Sign-in is not configured here.') : answer(challenge, 201);
  });
