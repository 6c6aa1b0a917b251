import { runTool } from './tools.ts';

process.exitCode = await runTool('next', ['build', ...process.argv.slice(2)]);
