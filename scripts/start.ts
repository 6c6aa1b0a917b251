import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ConfigError, parseConfig } from '#lib/config.ts';
import { listenProblem } from '#lib/config/listen-address.ts';
import { complain, endWith, exitCodeOf, ROOT, startNode, toolFile } from './tools.ts';

const BAD_CONFIGURATION = 2;

/** The port to serve on, or what is wrong. The file .env adds to the environment and overrides nothing. */
function readSettings(args: readonly string[]): number | string {
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const problem = listenProblem(args, process.env, hostname());
  if (problem !== null) return problem;
  const parsed = parseConfig(process.env, (path) => readFileSync(path, 'utf8'));
  return parsed.ok ? parsed.config.port : new ConfigError(parsed.problems).message;
}

async function serve(port: number, args: readonly string[]): Promise<number> {
  const flags = ['start', '-H', '127.0.0.1', '-p', String(port)];
  const server = startNode(toolFile('next'), [...flags, ...args]);
  endWith([server]);
  return exitCodeOf(server);
}

async function main(args: readonly string[]): Promise<number> {
  const settings = readSettings(args);
  if (typeof settings === 'string') {
    complain(settings);
    return BAD_CONFIGURATION;
  }
  if (!existsSync(join(ROOT, '.next', 'BUILD_ID'))) {
    complain('There is no build yet; run "npm run build" first.');
    return 1;
  }
  return serve(settings, args);
}

process.exitCode = await main(process.argv.slice(2));
