import { runSteps } from './steps.ts';

process.exitCode = (await runSteps(['lint', 'structure'])).length > 0 ? 1 : 0;
