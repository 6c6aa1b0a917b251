import { answer, parseQuery, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { admit } from '#lib/auth/admit-request.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { startImport } from '#lib/commands/start-import.ts';
import { getImports } from '#lib/queries/imports.ts';
import { importQuery } from '#lib/queries/schemas/imports.ts';

export const GET = (request: Request): Promise<Response> =>
  admit(request, () =>
    respond(async () => {
      refuseParameters(request);
      return answer(await getImports());
    }),
  );

/** The body is the file itself, or a form with it. The answer comes when all of it is here; then it is read. */
export const POST = (request: Request): Promise<Response> =>
  admit(request, () => respond(() => take(request)));

async function take(request: Request): Promise<Response> {
  await requireActor('Pec.Support');
  const { name = null, written = null } = parseQuery(request, importQuery);
  const length = request.headers.get('content-length');
  const body = {
    stream: request.body,
    contentType: request.headers.get('content-type'),
    length: length === null ? null : Number(length),
  };
  const start = await startImport({ name, writtenAt: written, body });
  switch (start.kind) {
    case 'started':
    case 'running':
      return answer({ id: start.id, known: false }, 202);
    case 'known':
      return answer({ id: start.id, known: true }, 202);
    default:
      return problem({ title: 'Nothing was imported', ...REFUSALS[start.kind] });
  }
}

const REFUSALS = {
  'not-whole': {
    status: 400,
    code: 'file-not-whole',
    detail: 'The file did not arrive whole. Send it again.',
  },
  'no-file': { status: 400, code: 'no-file', detail: 'The form has no file in it.' },
  'too-large': {
    status: 413,
    code: 'file-too-large',
    detail: 'The file is larger than this server takes. Compress it with gzip, or raise IMPORT_MAX_BYTES.',
  },
  'disk-full': { status: 507, code: 'disk-full', detail: 'The disk of the server is full.' },
} as const;

/** Answered before the work begins, as this call knows no such method. */
const refuseMethod = (request: Request): Promise<Response> =>
  admit(request, () => Promise.reject(new Error('a method that the rules of routes know')));

export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as PUT };
