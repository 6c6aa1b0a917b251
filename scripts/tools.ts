import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

/** The tools' own files: the links npm makes for them need a shell on Windows. */
const TOOLS = {
  next: 'next/dist/bin/next',
  oxfmt: 'oxfmt/bin/oxfmt',
  oxlint: 'oxlint/bin/oxlint',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
} as const;
export type Tool = keyof typeof TOOLS;

export const toolFile = (tool: Tool): string => join(ROOT, 'node_modules', TOOLS[tool]);

export type Environment = Record<string, string | undefined>;

const withDefaults = (env: Environment): Environment => ({
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  ...env,
});

/** Starts one of our files, or a tool's, under the Node that runs this script. */
export function startNode(file: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    ...options,
    env: withDefaults(options.env ?? {}) as NodeJS.ProcessEnv,
  });
}

/** The exit code; a signal counts as failure. */
export async function exitCodeOf(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return child.exitCode;
  if (child.signalCode !== null) return 1;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

export const runTool = (tool: Tool, args: readonly string[], env: Environment = {}): Promise<number> =>
  exitCodeOf(startNode(toolFile(tool), args, { env: env as NodeJS.ProcessEnv }));

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

export const seconds = (sinceMs: number): string => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
