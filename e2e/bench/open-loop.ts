import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

export type Load = {
  url: string;
  cookies: readonly string[];
  /** NUMBER in one of them is another number each time. */
  paths: readonly string[];
  perSecond: number;
  seconds: number;
};

export const rank = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));

export const sortedTimes = (times: readonly number[]): number[] =>
  times.toSorted((left, right) => left - right);

export type Measured = {
  requests: number;
  errors: readonly string[];
  /** From when each was due: waiting behind others counts. */
  times: readonly number[];
  byPath: ReadonlyMap<string, readonly number[]>;
  /** What asking itself took of a core, and how late a request left at most: neither is the server's. */
  generator: { cpuShare: number; latestMs: number };
};

/** A page is asked for as when somebody opens it, whole and with what its scripts begin with. */
const AS_BROWSERS_DO = 'text/html,application/xhtml+xml,*/*;q=0.8';

/** Requests leave on time whether or not earlier ones have been answered. */
export async function runOpenLoop({ url, cookies, paths, perSecond, seconds }: Load): Promise<Measured> {
  const byPath = new Map<string, number[]>(paths.map((path) => [path, []]));
  const errors: string[] = [];
  const under: Promise<void>[] = [];
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  let latestMs = 0;
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const dueAt = startedAt + (index * 1000) / perSecond;
    await pause(Math.max(0, dueAt - performance.now()));
    latestMs = Math.max(latestMs, performance.now() - dueAt);
    const path = paths[index % paths.length] ?? '/';
    const headers = { cookie: cookies[index % cookies.length] ?? '', accept: AS_BROWSERS_DO };
    under.push(
      fetch(new URL(path.replace('NUMBER', String(index)), url), { headers, redirect: 'manual' })
        .then(async (answer) => {
          await answer.arrayBuffer();
          if (answer.status !== 200) errors.push(`${path} ${answer.status}`);
          byPath.get(path)?.push(performance.now() - dueAt);
        })
        .catch((error: unknown) => void errors.push(`${path} ${String(error)}`)),
    );
  }
  await Promise.all(under);
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpuShare = (user + system) / 1000 / (performance.now() - startedAt);
  const generator = { cpuShare: Number(cpuShare.toFixed(3)), latestMs: Number(latestMs.toFixed(1)) };
  return { requests: under.length, errors, times: [...byPath.values()].flat(), byPath, generator };
}
