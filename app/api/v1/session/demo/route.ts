import { readForm } from '#app/api/read-body.ts';
import { respond, seeOther } from '#app/api/respond.ts';
import { signInDemoPerson } from '#lib/commands/sign-in.ts';
import { safeReturnAddress } from '#lib/auth/return-address.ts';

/** The people picker is a plain form: it works before any script does. */
export const POST = (request: Request): Promise<Response> =>
  respond(async () => {
    const form = await readForm(request);
    const result = await signInDemoPerson(form.get('userName') ?? '');
    if (result.kind === 'signed-in') return seeOther(safeReturnAddress(form.get('to')));
    return seeOther(`/sign-in?refused=${result.kind === 'refused' ? result.fault : 'not-found'}`);
  });
