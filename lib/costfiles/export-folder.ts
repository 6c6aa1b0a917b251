import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { z } from 'zod';
import { tellFileReason } from '#lib/core/file-reasons.ts';
import { CostFileFailure } from './failure.ts';

export type NamedFile = { name: string; path: string };

/** Every file below a folder, in the order of its name. */
export async function listFolder(folder: string): Promise<NamedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path).split(sep).join('/'), path }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** What Cost Management writes last of all beside the partitions of an export. */
const manifestSchema = z.object({
  dataRowCount: z.number().int().nullish(),
  exportConfig: z
    .object({
      exportName: z.string().nullish(),
      resourceId: z.string().nullish(),
      type: z.string().nullish(),
    })
    .nullish(),
  runInfo: z.object({ submittedTime: z.string().nullish(), startDate: z.string().nullish() }).nullish(),
  blobs: z.array(z.object({ blobName: z.string(), byteCount: z.number().nullish() })),
});

type Run = {
  name: string;
  /** Which export it is of. */
  of: string;
  /** Runs of the same dates replace each other. */
  months: string;
  submitted: string;
  files: NamedFile[];
  /** What of it is not there, or not whole; null where nothing is amiss. */
  lacking: string | null;
  rows: number | null;
  isAmortised: boolean;
};

const MANIFEST = /(^|\/)(_?manifest)\.json$/i;
const LARGEST_MANIFEST = 16 * 2 ** 20;

async function parseManifest({ name, path }: NamedFile) {
  const { size } = await stat(path);
  try {
    if (size > LARGEST_MANIFEST) throw new Error('too large');
    return manifestSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    throw new CostFileFailure(tellFileReason('no-manifest', { file: name }));
  }
}

async function runOf(manifest: NamedFile, files: readonly NamedFile[]): Promise<Run> {
  const { blobs, runInfo, exportConfig, dataRowCount } = await parseManifest(manifest);
  const folder = posix.dirname(manifest.name);
  const run: Run = {
    name: manifest.name,
    of: [exportConfig?.exportName, exportConfig?.resourceId, exportConfig?.type]
      .map((part) => part?.toLowerCase() ?? '')
      .join(' '),
    months: runInfo?.startDate?.slice(0, 7) ?? folder,
    submitted: runInfo?.submittedTime ?? '',
    files: [],
    lacking: null,
    rows: dataRowCount ?? null,
    isAmortised: /amortized/i.test(exportConfig?.type ?? ''),
  };
  for (const { blobName, byteCount } of blobs) {
    const wanted = posix.join(folder, posix.basename(blobName));
    const file = files.find(({ name }) => name === wanted);
    if (file === undefined) run.lacking ??= tellFileReason('part-missing', { file: wanted });
    else {
      const { size } = await stat(file.path);
      if (typeof byteCount === 'number' && byteCount !== size)
        run.lacking ??= tellFileReason('part-not-whole', { file: wanted });
      run.files.push(file);
    }
  }
  return run;
}

/** Exports may tell the same cost in several ways, or parts of it: none of them replaces another. */
function requireOneExport(runs: readonly Run[]): void {
  const [first, ...others] = [...Map.groupBy(runs, (run) => run.of).values()].map(([run]) => run?.name);
  if (others.length === 0) return;
  throw new CostFileFailure(tellFileReason('several-exports', { names: [first, ...others].join(', ') }));
}

export type ChosenFiles = {
  files: NamedFile[];
  /** Lines that the manifests promise; null where they promise none. */
  rows: number | null;
  isAmortised: boolean;
};

/**
 * Of an export the newest whole run of each month; without a manifest every file. A run of which a part is missing is
 * passed over for an older whole one, and refused where there is none.
 */
export async function chooseFiles(files: readonly NamedFile[]): Promise<ChosenFiles> {
  const manifests = files.filter(({ name }) => MANIFEST.test(name));
  if (manifests.length === 0) return { files: [...files], rows: null, isAmortised: false };
  const runs = await Promise.all(manifests.map((manifest) => runOf(manifest, files)));
  requireOneExport(runs);
  const chosen = [...Map.groupBy(runs, ({ months }) => months).values()].map((same) => {
    const newest = same.toSorted((left, right) => (left.submitted < right.submitted ? 1 : -1));
    const whole = newest.find(({ lacking }) => lacking === null);
    if (whole !== undefined) return whole;
    const [first] = newest;
    const lacking = first?.lacking ?? tellFileReason('nothing-there', {});
    throw new CostFileFailure(tellFileReason('export-not-whole', { lacking }));
  });
  const rows = chosen
    .map((run) => run.rows)
    .reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
  return {
    files: chosen.flatMap((run) => run.files),
    rows,
    isAmortised: chosen.some((run) => run.isAmortised),
  };
}
