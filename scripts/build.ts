import { buildApp } from './next-build.ts';

process.exitCode = await buildApp(process.argv.slice(2));
