import { checkStructure } from './structure/check-structure.ts';
import { complain, ROOT, say } from './tools.ts';

const { files, problems } = checkStructure(ROOT);
for (const { path, line, message } of problems) complain(`${path}:${line}: ${message}`);
if (files === 0) complain('No source file was found.');
say(`Structure: ${files} files, ${problems.length} problems`);
process.exitCode = problems.length > 0 || files === 0 ? 1 : 0;
