import { answer, parseQuery, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { startImport } from '#lib/commands/start-import.ts';
import { getImport, getImports } from '#lib/queries/imports.ts';
import { importQuery } from '#lib/queries/schemas/imports.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    return answer(await getImports());
  });

/** The body is the file itself. The answer comes when it counts. */
export const POST = (request: Request): Promise<Response> =>
  respond(async () => {
    await requireActor('Pec.Support');
    const { name, written } = parseQuery(request, importQuery);
    const length = request.headers.get('content-length');
    const imported = await startImport({
      name,
      writtenAt: written ?? null,
      body: request.body,
      length: length === null ? null : Number(length),
    });
    switch (imported.kind) {
      case 'imported':
      case 'known':
        return answer(
          (await getImport(imported.import.id)) ?? { id: imported.import.id },
          imported.kind === 'imported' ? 201 : 200,
        );
      case 'refused':
        return refused(422, 'file-refused', imported.reason);
      case 'not-whole':
        return refused(
          400,
          'file-not-whole',
          'The file did not arrive whole, or without its length. Send it again.',
        );
      case 'too-large':
        return refused(
          413,
          'file-too-large',
          'A file may have at most 250 MB here. Compress it with gzip, or stop the server and run npm run import.',
        );
    }
  });

const refused = (status: number, code: string, detail: string): Response =>
  problem({ status, code, title: 'Nothing was imported', detail });
