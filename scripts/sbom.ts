import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT, say } from './tools.ts';

const lockShape = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      name: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
});
const packageShape = z.object({ name: z.string(), version: z.string() });

const FOLDER = 'node_modules/';

/** `node_modules/@scope/name` within any depth of the tree. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);

const purlOf = (name: string, version: string): string =>
  `pkg:npm/${name.startsWith('@') ? `%40${name.slice(1)}` : name}@${version}`;

/** npm writes hashes in base64; CycloneDX wants hexadecimal. */
function hashesOf(integrity: string | undefined): { alg: string; content: string }[] {
  const [algorithm, encoded] = (integrity?.split(' ')[0] ?? '').split(/-(.*)/s);
  const names: Readonly<Record<string, string>> = { sha512: 'SHA-512', sha1: 'SHA-1' };
  const alg = names[algorithm ?? ''];
  if (alg === undefined || encoded === undefined) return [];
  return [{ alg, content: Buffer.from(encoded, 'base64').toString('hex') }];
}

/** What the lockfile installs, as CycloneDX 1.6. The same lockfile gives the same file. */
export function makeSbom(lockText: string, packageText: string): object {
  const { packages } = lockShape.parse(JSON.parse(lockText));
  const own = packageShape.parse(JSON.parse(packageText));
  const components = new Map<string, object>();
  for (const [path, { version, name, license, integrity, dev, link }] of Object.entries(packages)) {
    if (path === '' || version === undefined || link === true) continue;
    const called = name ?? nameOf(path);
    const purl = purlOf(called, version);
    components.set(purl, {
      type: 'library',
      'bom-ref': purl,
      name: called,
      version,
      purl,
      scope: dev === true ? 'excluded' : 'required',
      hashes: hashesOf(integrity),
      ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
    });
  }
  const digest = createHash('sha256').update(lockText).digest('hex');
  const serial = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
  ];
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${serial.join('-')}-${digest.slice(20, 32)}`,
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': own.name, name: own.name, version: own.version },
    },
    components: [...components.values()],
  };
}

if (import.meta.main) {
  const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
  writeFileSync(
    join(ROOT, 'sbom.cdx.json'),
    `${JSON.stringify(makeSbom(read('package-lock.json'), read('package.json')), null, 2)}\n`,
  );
  say('sbom.cdx.json is written.');
}
