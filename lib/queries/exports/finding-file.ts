import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { getFinding } from '../finding.ts';
import type { FindingDetail } from '../schemas/findings.ts';

export type FindingFile = { text: string; type: string };

const JSON_TYPE = 'application/json; charset=utf-8';

/** Templates and the evidence pack as files to keep or send. */
const FILES: Readonly<Record<string, (finding: FindingDetail) => FindingFile | null>> = {
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

const fileOf = (command: { text: string } | undefined, type: string): FindingFile | null =>
  command === undefined ? null : { text: command.text, type };

/** A file of a finding, written down as an export; null where there is none of the name. */
export async function exportFindingFile(id: string, name: string): Promise<FindingFile | null> {
  const actor = await requireActor('Pec.Viewer');
  const finding = Object.hasOwn(FILES, name) ? await getFinding(id) : null;
  const file = finding === null ? null : (FILES[name]?.(finding) ?? null);
  if (file === null) return null;
  await recordAudit(actor, { action: 'export', outcome: 'done', target: id, detail: { what: name } });
  return file;
}
