import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hintCompilation } from './compile-hints.ts';
import { paintFirst } from './paint-first.ts';
import { ROOT, runTool } from './tools.ts';

/** Builds for production. Types that a development server left behind may name routes that are gone. */
export async function buildApp(args: readonly string[] = []): Promise<number> {
  rmSync(join(ROOT, '.next', 'dev'), { recursive: true, force: true });
  const code = await runTool('next', ['build', ...args]);
  if (code !== 0) return code;
  await hintCompilation(join(ROOT, '.next'));
  await paintFirst(join(ROOT, '.next'));
  return code;
}
