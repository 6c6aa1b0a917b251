import { respondToForm } from '#app/api/form-answer.tsx';
import { parseInput } from '#app/api/parse-input.ts';
import { readForm } from '#app/api/read-body.ts';
import { problem, refuseParameters, seeOther } from '#app/api/respond.ts';
import { decisionFault, decisionIn } from '#components/gaps/form-decision.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { safeReturnAddress } from '#lib/auth/return-address.ts';
import { changeFindings } from '#lib/commands/change-finding.ts';
import { findingsChange } from '#lib/queries/schemas/findings.ts';

/** The same as PATCH, for a plain form: it works without any script and leads back to where it stood. */
export const POST = (request: Request): Promise<Response> =>
  respondToForm(request, async () => {
    await requireActor('Pec.Support');
    refuseParameters(request);
    const form = await readForm(request);
    const given = form.getAll('id');
    const change = decisionIn((name) => form.get(name));
    const fault = decisionFault(given, change);
    if (fault !== null) {
      const detail = 'It takes a state, an owner or a note, and between 1 and 500 findings.';
      return problem({ status: 400, code: fault, title: 'Nothing to decide', detail });
    }
    const { ids, ...decision } = parseInput(findingsChange, { ids: given, ...change });
    const result = await changeFindings(ids, decision);
    if (result.kind === 'changed') return seeOther(safeReturnAddress(form.get('back')));
    return problem({
      status: 422,
      code: result.kind,
      title: 'Nobody of that id is known',
      detail: 'People are known once they have signed in or an administrator has named them.',
    });
  });
