import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeSbom } from './sbom.ts';

const own = '{"name":"board","version":"1.0.0"}';

it('lists every package of the lockfile once, with its address and hash', () => {
  const integrity = `sha512-${Buffer.from('abc').toString('base64')}`;
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/@scope/one': { version: '1.2.3', integrity, license: 'MIT' },
      'node_modules/two/node_modules/@scope/one': { version: '1.2.3', integrity, license: 'MIT' },
      'node_modules/tool': { version: '2.0.0', dev: true },
    },
  };
  expect(makeSbom(JSON.stringify(lock), own)).toMatchObject({
    bomFormat: 'CycloneDX',
    components: [
      {
        purl: 'pkg:npm/%40scope/one@1.2.3',
        scope: 'required',
        hashes: [{ alg: 'SHA-512', content: '616263' }],
        licenses: [{ expression: 'MIT' }],
      },
      { purl: 'pkg:npm/tool@2.0.0', scope: 'excluded' },
    ],
  });
});

it('reads the project’s own lockfile', () => {
  const lock = readFileSync('package-lock.json', 'utf8');
  expect(JSON.stringify(makeSbom(lock, own))).toContain('pkg:npm/jose@');
});
