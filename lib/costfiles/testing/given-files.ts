import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CustomerCosts } from '#lib/core/cost-files.ts';
import { dailyCostsOf } from '#lib/core/cost-series.ts';
import { decimalText, sum } from '#lib/core/money.ts';
import { openImport, readRejects, type ImportedFile, type Reject } from '../imported.ts';

/** A file by its content, or a folder by the files in it. */
export type Content = string | Buffer | Readonly<Record<string, string | Buffer>>;

export type ReadFile = {
  file: ImportedFile;
  batches: CustomerCosts[];
  rejects: Reject[];
  /** Where its lines are kept. */
  folder: string;
};

export type GivenFiles = {
  dir: string;
  read: (content: Content) => Promise<ReadFile>;
  /** Takes away what the last read left. */
  forget: () => Promise<void>;
  close: () => Promise<void>;
};

/** Imports files as a person would give them, each into a folder of its own. */
export async function openGivenFiles(): Promise<GivenFiles> {
  const dir = await mkdtemp(join(tmpdir(), 'given-'));
  let count = 0;

  async function write(content: Content): Promise<string> {
    const path = join(dir, `given-${count}`);
    if (typeof content === 'string' || Buffer.isBuffer(content)) {
      await writeFile(path, content);
      return path;
    }
    for (const [name, text] of Object.entries(content)) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), text);
    }
    return path;
  }

  return {
    dir,
    async read(content) {
      count += 1;
      const folder = join(dir, `kept-${count}`);
      const reader = await openImport(await write(content), folder);
      try {
        const batches: CustomerCosts[] = [];
        for (const { period } of reader.file.months) {
          for await (const batch of reader.sums(period)) batches.push(batch);
        }
        return { file: reader.file, batches, rejects: await Array.fromAsync(readRejects(folder)), folder };
      } finally {
        await reader.close();
      }
    },
    async forget() {
      for (const name of [`given-${count}`, `kept-${count}`]) {
        await rm(join(dir, name), { recursive: true, force: true });
      }
    },
    close: () => rm(dir, { recursive: true }),
  };
}

/** Class, net and credit of each day's sums. */
export const dailyOf = ({ batches }: Pick<ReadFile, 'batches'>): (string | null)[][] =>
  batches
    .flatMap(({ days }) => days.flatMap(dailyCostsOf))
    .map(({ costClass, net, credit }) => [costClass, decimalText(net), credit && decimalText(credit)]);

export const totalOf = ({ batches }: Pick<ReadFile, 'batches'>): string =>
  decimalText(sum(batches.flatMap(({ days }) => days.flatMap(dailyCostsOf)).map(({ net }) => net)));
