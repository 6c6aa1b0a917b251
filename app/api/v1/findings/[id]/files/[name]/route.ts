import { notFound, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { getFinding } from '#lib/queries/finding.ts';
import type { FindingDetail } from '#lib/queries/schemas/findings.ts';

type Params = { params: Promise<{ id: string; name: string }> };

const JSON_TYPE = 'application/json; charset=utf-8';

/** Templates and the evidence pack as files to keep or send. */
const FILES: Readonly<Record<string, (finding: FindingDetail) => { text: string; type: string } | null>> = {
  'delegation.json': ({ remedy }) =>
    fileOf(
      remedy?.commands.find(({ shell }) => shell === 'arm'),
      JSON_TYPE,
    ),
  'delegation.bicep': ({ remedy }) =>
    fileOf(
      remedy?.commands.find(({ shell }) => shell === 'bicep'),
      'text/plain; charset=utf-8',
    ),
  'support-case.json': ({ supportCase }) =>
    supportCase === null ? null : { text: JSON.stringify(supportCase.file, null, 2), type: JSON_TYPE },
};

const fileOf = (command: { text: string } | undefined, type: string) =>
  command === undefined ? null : { text: command.text, type };

export const GET = (request: Request, { params }: Params): Promise<Response> =>
  respond(async () => {
    await requireActor('Pec.Viewer');
    refuseParameters(request);
    const { id, name } = await params;
    const finding = Object.hasOwn(FILES, name) ? await getFinding(id) : null;
    const file = finding === null ? null : (FILES[name]?.(finding) ?? null);
    if (file === null) return notFound('No such file is known.');
    return new Response(file.text, {
      headers: {
        'content-type': file.type,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    });
  });
