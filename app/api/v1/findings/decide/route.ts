import { parseInput } from '#app/api/parse-input.ts';
import { readForm } from '#app/api/read-body.ts';
import { problem, refuseParameters, respond, seeOther } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { safeReturnAddress } from '#lib/auth/return-address.ts';
import { changeFindings } from '#lib/commands/change-finding.ts';
import { findingsChange } from '#lib/queries/schemas/findings.ts';

/** The same as PATCH, for a plain form: it works without any script and leads back to where it stood. */
export const POST = (request: Request): Promise<Response> =>
  respond(async () => {
    await requireActor('Pec.Support');
    refuseParameters(request);
    const form = await readForm(request);
    const back = safeReturnAddress(form.get('back'));
    const change = changeOf(form);
    if (!form.has('id') || Object.keys(change).length === 0) return seeOther(back);
    const { ids, ...decision } = parseInput(findingsChange, { ids: form.getAll('id'), ...change });
    const result = await changeFindings(ids, decision);
    if (result.kind === 'changed') return seeOther(back);
    return problem({
      status: 422,
      code: result.kind,
      title: 'Nobody of that id is known',
      detail: 'People are known once they have signed in or an administrator has named them.',
    });
  });

const NOBODY = 'none';

/** A field that the form does not have, or leaves empty, stays as it is; a note may become empty. */
function changeOf(form: URLSearchParams): object {
  const state = form.get('state') ?? '';
  const owner = form.get('owner') ?? '';
  const note = form.get('note');
  return {
    ...(state === '' ? {} : { state }),
    ...(owner === '' ? {} : { ownerId: owner === NOBODY ? null : owner }),
    ...(note === null ? {} : { note: note.replaceAll('\r\n', '\n') }),
  };
}
