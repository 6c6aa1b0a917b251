import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError, parseConfig } from '#lib/config.ts';
import { VARIABLES } from '#lib/config/environment.ts';
import { listenAddress, listenProblem } from '#lib/config/listen-address.ts';
import { complain, ROOT, toolFile } from './tools.ts';

const BAD_CONFIGURATION = 2;

type Address = { host: string; port: number };

/** The address to serve on, or what is wrong. */
function readSettings(args: readonly string[]): Address | string {
  const parsed = parseConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const signsIn = parsed.ok && parsed.config.signIn !== null;
  const problem = signsIn ? null : listenProblem(args, process.env, hostname());
  if (problem !== null) return problem;
  if (!parsed.ok) return new ConfigError(parsed.problems).message;
  return { host: listenAddress(process.env, signsIn), port: parsed.config.port };
}

/** In this very process: whoever ends it, even by force, ends the server and frees the data folder. */
async function serve({ host, port }: Address, args: readonly string[]): Promise<void> {
  // `npm start` has read .env already; Next would read it again and fill in what was left unset here.
  for (const name of VARIABLES) process.env[name] ??= '';
  process.env['PORT'] = String(port);
  process.env['NEXT_TELEMETRY_DISABLED'] = '1';
  process.argv = [process.execPath, toolFile('next'), 'start', '-H', host, '-p', String(port), ...args];
  await import(pathToFileURL(toolFile('next')).href);
}

async function main(args: readonly string[]): Promise<void> {
  const settings = readSettings(args);
  if (typeof settings === 'string') {
    complain(settings);
    process.exitCode = BAD_CONFIGURATION;
  } else if (!existsSync(join(ROOT, '.next', 'BUILD_ID'))) {
    complain('There is no build yet; run "npm run build" first.');
    process.exitCode = 1;
  } else {
    await serve(settings, args);
  }
}

await main(process.argv.slice(2));
