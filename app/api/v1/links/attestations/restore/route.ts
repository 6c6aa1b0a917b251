import { readBody } from '#app/api/read-body.ts';
import { problem, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { restoreAttestation } from '#lib/commands/attest-link.ts';
import { attestationRestored } from '#lib/queries/schemas/own-link.ts';

/** Takes back what the same person has just withdrawn. */
export const POST = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requireActor('Pec.Support');
    const { withdrawnAt, ...identity } = await readBody(request, attestationRestored);
    if (await restoreAttestation(identity, withdrawnAt)) return new Response(null, { status: 204 });
    return problem({
      ...{ status: 409, code: 'changed-since', title: 'Not taken back' },
      detail: 'It was not you who withdrew it, or something newer was said of the identity since.',
    });
  });
