import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { ROOT } from '../server-process.ts';
import { startTlsFront } from '../tls-front.ts';

const PACKAGE = '@mdn/mdn-http-observatory';
const VERSION = '1.4.8';
const FOLDER = join(ROOT, '.cache', `observatory-${VERSION}`);
const INSTALLED = join(FOLDER, 'node_modules', PACKAGE);

const scanned = z.object({
  grade: z.string(),
  score: z.number(),
  failed: z.array(z.string()),
  passed: z.number(),
});

async function run(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(file, args, {
    cwd: FOLDER,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = text(child.stdout);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${file} ended with code ${String(code)}:\n${await printed}`);
  return printed;
}

/**
 * In a folder of its own: 233 packages that nothing else needs. Its install script would download two lists of domains,
 * on neither of which this machine stands.
 */
async function install(): Promise<void> {
  if (existsSync(join(INSTALLED, 'conf', 'tld-list.json'))) return;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, 'package.json'), '{ "private": true, "type": "module" }\n');
  const npm = process.env['npm_execpath'];
  const wanted = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${PACKAGE}@${VERSION}`];
  if (npm === undefined) await run('npm', wanted);
  else await run(process.env['npm_node_execpath'] ?? process.execPath, [npm, ...wanted]);
  await writeFile(join(INSTALLED, 'conf', 'hsts-preload.json'), '{}\n');
  await writeFile(join(INSTALLED, 'conf', 'tld-list.json'), '["localhost"]\n');
}

const SCAN = `
  const { scan } = await import(process.argv[1]);
  const { scan: { grade, score }, tests } = await scan(process.argv[2]);
  const all = Object.values(tests);
  const failed = Object.entries(tests).filter(([, test]) => !test.pass).map(([name, test]) => name + ' ' + test.result);
  console.log(JSON.stringify({ grade, score, failed, passed: all.length - failed.length }));
`;

/** The rules of MDN's HTTP Observatory, on the product behind a TLS front; anything but A+ fails. */
export async function benchObservatory(): Promise<object> {
  await install();
  const front = await startTlsFront();
  try {
    const ca = join(FOLDER, 'ca.pem');
    await writeFile(ca, front.ca);
    const address = pathToFileURL(join(INSTALLED, 'src', 'index.js')).href;
    const printed = await run(
      process.execPath,
      ['--input-type=module', '-e', SCAN, address, front.url.host],
      {
        NODE_EXTRA_CA_CERTS: ca,
      },
    );
    const result = scanned.parse(JSON.parse(printed));
    if (result.grade !== 'A+') process.exitCode = 1;
    return { version: VERSION, ...result };
  } finally {
    await front.close();
  }
}
