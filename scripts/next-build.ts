import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runTool } from './tools.ts';

/** Builds for production. Types that a development server left behind may name routes that are gone. */
export function buildApp(args: readonly string[] = []): Promise<number> {
  rmSync(join(ROOT, '.next', 'dev'), { recursive: true, force: true });
  return runTool('next', ['build', ...args]);
}
