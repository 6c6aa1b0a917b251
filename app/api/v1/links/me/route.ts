import { readBody } from '#app/api/read-body.ts';
import { answer, notFound, refuseParameters, respond } from '#app/api/respond.ts';
import { requirePersonActor } from '#lib/auth/request-actor.ts';
import { removeOwnLink, setOwnLink } from '#lib/commands/own-link.ts';
import { getOwnLinkPage } from '#lib/queries/own-link.ts';
import { ownLinkChange, ownLinkRemoval } from '#lib/queries/schemas/own-link.ts';
import { answerOwnLink } from './answer-own-link.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    const page = await getOwnLinkPage();
    return page === null ? notFound('Sign-in is not configured here.') : answer({ items: page.recorded });
  });

export const PUT = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requirePersonActor();
    const { partnerId, confirmed: _confirmed, ...asked } = await readBody(request, ownLinkChange);
    return answerOwnLink(await setOwnLink(asked, partnerId));
  });

export const DELETE = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requirePersonActor();
    const { confirmed: _confirmed, ...asked } = await readBody(request, ownLinkRemoval);
    return answerOwnLink(await removeOwnLink(asked));
  });
