import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { complain, ROOT, runTool } from './tools.ts';

const MATERIAL = join(ROOT, '..', 'shared');

if (existsSync(join(MATERIAL, 'azure'))) {
  process.exitCode = await runTool('vitest', [
    'run',
    '--config',
    'vitest.contracts.config.ts',
    ...process.argv.slice(2),
  ]);
} else {
  complain(
    "The contract tests compare with Microsoft's OpenAPI files and recorded answers, which are not part of this project: " +
      `they are expected in ${join('..', 'shared', 'azure')}, beside the project's folder. Everything else runs without them ("npm test").`,
  );
  process.exitCode = 1;
}
