import { expect, it } from 'vitest';
import { parseConfig } from '#lib/config.ts';

const IDENTITY = {
  AZURE_TENANT_ID: '11111111-1111-4111-8111-111111111111',
  AZURE_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  AZURE_CLIENT_SECRET: 'secret',
};
const ACCOUNT = 'https://costs.blob.core.windows.net';

const parse = (env: Record<string, string>) => parseConfig(env, () => '');

function importsOf(env: Record<string, string>) {
  const parsed = parse(env);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.config.imports;
}

function problemsOf(env: Record<string, string>): readonly string[] {
  const parsed = parse(env);
  return parsed.ok ? [] : parsed.problems;
}

it('takes files of up to 8 GB, and watches nothing, unless told', () => {
  expect(importsOf({})).toEqual({ largestBytes: 8 * 2 ** 30, folder: null, container: null });
  expect(importsOf({ IMPORT_MAX_BYTES: '1048576', IMPORT_FOLDER: '/inbox' })).toMatchObject({
    largestBytes: 1_048_576,
    folder: '/inbox',
  });
});

it.each([
  [`${ACCOUNT}/exports`, { url: `${ACCOUNT}/exports`, prefix: '' }],
  [`${ACCOUNT}/exports/partner/a%20b/`, { url: `${ACCOUNT}/exports`, prefix: 'partner/a b' }],
])('watches the container %s with its own identity', (url, container) => {
  expect(importsOf({ ...IDENTITY, IMPORT_CONTAINER_URL: url }).container).toEqual(container);
});

it('needs the service identity for a container', () => {
  expect(problemsOf({ IMPORT_CONTAINER_URL: `${ACCOUNT}/exports` })).toEqual([
    expect.stringMatching(/^IMPORT_CONTAINER_URL: needs the service identity/),
  ]);
});

it.each([
  'http://costs.blob.core.windows.net/exports',
  'https://costs.blob.core.windows.net.evil.example/exports',
  'https://evil.example/exports',
  'https://user@costs.blob.core.windows.net/exports',
  `${ACCOUNT}/`,
  `${ACCOUNT}/Exports`,
  `${ACCOUNT}/exports/%zz`,
  `${ACCOUNT}/exports?sv=2024-11-04&sig=abc`,
  'exports',
])('refuses the container %s, and does not repeat it', (url) => {
  const problems = problemsOf({ ...IDENTITY, IMPORT_CONTAINER_URL: url });
  expect(problems).toEqual([expect.stringMatching(/^IMPORT_CONTAINER_URL: /)]);
});

it.each(['0', '1 GB', '1000', '-1'])('refuses %s as the largest file', (text) => {
  expect(problemsOf({ IMPORT_MAX_BYTES: text })).toEqual([expect.stringMatching(/^IMPORT_MAX_BYTES: /)]);
});
