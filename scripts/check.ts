import { runSteps } from './steps.ts';
import { complain, seconds } from './tools.ts';

const startedAt = performance.now();
const failed = await runSteps(['format', 'lint', 'structure', 'types', 'unit']);
if (failed.length > 0) complain(`\nFailed: ${failed.join(', ')} (${seconds(startedAt)})`);
else process.stdout.write(`\nAll checks passed (${seconds(startedAt)})\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
