import { readBody } from '#app/api/read-body.ts';
import { refuseParameters, respond } from '#app/api/respond.ts';
import { requirePersonActor } from '#lib/auth/request-actor.ts';
import { checkOwnLink } from '#lib/commands/own-link.ts';
import { ownLinkCheck } from '#lib/queries/schemas/own-link.ts';
import { answerOwnLink } from '../answer-own-link.ts';

export const POST = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requirePersonActor();
    return answerOwnLink(await checkOwnLink(await readBody(request, ownLinkCheck)));
  });
