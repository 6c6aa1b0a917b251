import { readBody } from '#app/api/read-body.ts';
import { answer, notFound, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { attestLink, withdrawAttestation } from '#lib/commands/attest-link.ts';
import { attestation, attestationWithdrawal } from '#lib/queries/schemas/own-link.ts';

export const POST = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requireActor('Pec.Support');
    const attested = await attestLink(await readBody(request, attestation));
    if (attested.kind === 'saved') return new Response(null, { status: 204 });
    return problem({
      status: 422,
      code: attested.kind,
      title: 'Not saved',
      detail:
        attested.kind === 'bad-start'
          ? 'A link that is attested cannot begin on a day to come.'
          : `An attested link must expire, within ${attested.longestDays} days from now.`,
    });
  });

export const DELETE = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requireActor('Pec.Support');
    const withdrawn = await withdrawAttestation(await readBody(request, attestationWithdrawal));
    return withdrawn === null ? notFound('No link of this identity is attested.') : answer(withdrawn);
  });
