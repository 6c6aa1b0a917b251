import { join } from 'node:path';
import { exitCodeOf, ROOT, runTool, say, seconds, startNode } from './tools.ts';

const structure = () => exitCodeOf(startNode(join(ROOT, 'scripts/lint-structure.ts'), []));

/** Route types come from Next; a fresh clone has none before its first build. */
async function types(): Promise<number> {
  const generated = await runTool('next', ['typegen']);
  return generated === 0 ? runTool('tsc', ['-p', '.']) : generated;
}

const STEPS = {
  format: () => runTool('oxfmt', ['--check']),
  lint: () => runTool('oxlint', []),
  structure,
  types,
  unit: () => runTool('vitest', ['run', '--project', 'core', '--project', 'unit']),
} satisfies Record<string, () => Promise<number>>;
export type Step = keyof typeof STEPS;

/** Runs every step, also after one has failed, so that one run tells all; gives those that failed. */
export async function runSteps(steps: readonly Step[]): Promise<Step[]> {
  const failed: Step[] = [];
  for (const step of steps) {
    const startedAt = performance.now();
    const code = await STEPS[step]();
    say(`${code === 0 ? 'ok' : 'FAILED'}  ${step} (${seconds(startedAt)})`);
    if (code !== 0) failed.push(step);
  }
  return failed;
}
