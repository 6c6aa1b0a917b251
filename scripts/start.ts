import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

const flagsFor = (port: number, args: readonly string[]): string[] => [
  'start',
  '-H',
  '127.0.0.1',
  '-p',
  String(port),
  ...args,
];

/** In this very process: whoever ends it, even by force, ends the server and frees the data folder. */
async function serveHere(flags: readonly string[]): Promise<void> {
  process.argv = [process.execPath, toolFile('next'), ...flags];
  process.env['NEXT_TELEMETRY_DISABLED'] = '1';
  await import(pathToFileURL(toolFile('next')).href);
}

async function serveInChild(flags: readonly string[]): Promise<void> {
  const server = startNode(toolFile('next'), flags);
  endWith([server]);
  process.exitCode = await exitCodeOf(server);
}

async function main(args: readonly string[]): Promise<void> {
  const knownCa = process.env['NODE_EXTRA_CA_CERTS'];
  const settings = readSettings(args);
  if (typeof settings === 'string') {
    complain(settings);
    process.exitCode = BAD_CONFIGURATION;
  } else if (!existsSync(join(ROOT, '.next', 'BUILD_ID'))) {
    complain('There is no build yet; run "npm run build" first.');
    process.exitCode = 1;
  } else {
    // Node reads this variable only when it starts, so one that came from .env needs another process.
    const serve = process.env['NODE_EXTRA_CA_CERTS'] === knownCa ? serveHere : serveInChild;
    await serve(flagsFor(settings, args));
  }
}

await main(process.argv.slice(2));
