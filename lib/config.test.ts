import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';
import { VARIABLES } from './config/environment.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const CLIENT = '22222222-2222-4222-8222-222222222222';
const SECRET = 'canary-secret-value';
const PEM =
  '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n';

const service = { AZURE_TENANT_ID: TENANT, AZURE_CLIENT_ID: CLIENT, AZURE_CLIENT_SECRET: SECRET };

const filesOf =
  (files: Record<string, string>) =>
  (path: string): string => {
    const text = files[path];
    if (text === undefined) throw new Error(`no such file ${path}`);
    return text;
  };

function accepted(env: Record<string, string>, files: Record<string, string> = {}) {
  const parsed = parseConfig(env, filesOf(files));
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed;
}

function problemsOf(env: Record<string, string>, files: Record<string, string> = {}): string[] {
  const parsed = parseConfig(env, filesOf(files));
  return parsed.ok ? [] : parsed.problems;
}

const namesOf = (problems: string[]): string[] =>
  problems.map((problem) => problem.slice(0, problem.indexOf(':')));

describe('configuration that is accepted', () => {
  it('is complete without any variable: embedded database, no Azure, assumed credit rate', () => {
    const { config } = accepted({});
    expect(config.database).toEqual({ kind: 'embedded', dataDir: resolve('.data') });
    expect(config.azure).toBeNull();
    expect(config.port).toBe(3000);
    expect(config.partner.partnerIds).toEqual([]);
    expect(config.partner.creditRate.toFixed()).toBe('0.15');
  });

  it('treats an empty or blank variable as unset', () => {
    expect(accepted({ DATABASE_URL: '', PORT: '  ', AZURE_CLIENT_ID: '' }).config.port).toBe(3000);
  });

  it('takes PostgreSQL when DATABASE_URL is set', () => {
    const url = 'postgres://user:pass@db.example:5432/pecboard';
    expect(accepted({ DATABASE_URL: url }).config.database).toEqual({ kind: 'postgres', url });
  });

  it('takes PostgreSQL over a Unix socket given as a query parameter', () => {
    const url = 'postgresql://user@localhost/pecboard?host=/var/run/postgresql';
    expect(accepted({ DATABASE_URL: url }).config.database).toEqual({ kind: 'postgres', url });
  });

  it('reads a service identity with a secret and the public cloud by default', () => {
    const { azure } = accepted(service).config;
    expect(azure).toEqual({
      authorityHost: 'https://login.microsoftonline.com',
      resourceManagerUrl: 'https://management.azure.com',
      graphUrl: 'https://graph.microsoft.com',
      blobUrlTemplate: 'https://{account}.blob.core.windows.net',
      identity: { kind: 'secret', tenantId: TENANT, clientId: CLIENT, clientSecret: SECRET },
      linkCredentials: [],
    });
  });

  const identities: [string, Record<string, string>, object][] = [
    [
      'a certificate',
      { AZURE_CLIENT_ID: CLIENT, AZURE_CLIENT_CERTIFICATE_PATH: '/cert.pem' },
      { kind: 'certificate', tenantId: TENANT, clientId: CLIENT, certificatePath: '/cert.pem' },
    ],
    [
      'workload identity',
      { AZURE_CLIENT_ID: CLIENT, AZURE_FEDERATED_TOKEN_FILE: '/token' },
      { kind: 'workload', tenantId: TENANT, clientId: CLIENT, tokenFilePath: '/token' },
    ],
    [
      'the system-assigned managed identity',
      { AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential' },
      { kind: 'managed', tenantId: TENANT, clientId: null },
    ],
    [
      'a user-assigned managed identity',
      { AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential', AZURE_CLIENT_ID: CLIENT },
      { kind: 'managed', tenantId: TENANT, clientId: CLIENT },
    ],
  ];
  it.each(identities)('reads %s', (_name, env, identity) => {
    const files = { '/cert.pem': PEM, '/token': 'x' };
    expect(accepted({ AZURE_TENANT_ID: TENANT, ...env }, files).config.azure?.identity).toEqual(identity);
  });

  it('prefers the secret where a cluster also sets its token file', () => {
    const env = { ...service, AZURE_FEDERATED_TOKEN_FILE: '/token' };
    expect(accepted(env, { '/token': 'x' }).config.azure?.identity.kind).toBe('secret');
  });

  it.each([
    ['https://localhost:4433'],
    ['https://127.0.0.1:4433/'],
    ['https://[::1]:4433'],
    ['https://management.usgovcloudapi.net'],
  ])('trusts %s with tokens', (url) => {
    const authority = url.includes('usgov') ? 'https://login.microsoftonline.us' : url;
    const graph = url.includes('usgov') ? 'https://graph.microsoft.us' : url;
    const hosts = {
      AZURE_RESOURCE_MANAGER_URL: url,
      AZURE_AUTHORITY_HOST: authority,
      MICROSOFT_GRAPH_URL: graph,
    };
    expect(accepted({ ...service, ...hosts }).config.azure?.resourceManagerUrl).toBe(url.replace(/\/$/, ''));
  });

  it.each([
    ['of the simulator', { AZURE_STORAGE_BLOB_URL: 'https://localhost:4433/_blob/{account}/' }],
    [
      'of its own cloud',
      {
        AZURE_AUTHORITY_HOST: 'https://login.microsoftonline.us',
        AZURE_RESOURCE_MANAGER_URL: 'https://management.usgovcloudapi.net',
        MICROSOFT_GRAPH_URL: 'https://graph.microsoft.us',
      },
    ],
  ])('finds the storage addresses %s', (_name, env: Record<string, string>) => {
    const expected = env['AZURE_STORAGE_BLOB_URL']?.replace(/\/$/, '');
    expect(accepted({ ...service, ...env }).config.azure?.blobUrlTemplate).toBe(
      expected ?? 'https://{account}.blob.core.usgovcloudapi.net',
    );
  });

  it('trusts any https host when custom hosts are allowed', () => {
    const env = {
      ...service,
      MICROSOFT_GRAPH_URL: 'https://graph.example',
      ALLOW_CUSTOM_AZURE_HOSTS: 'true',
    };
    expect(accepted(env).config.azure?.graphUrl).toBe('https://graph.example');
  });

  it('reads partner IDs with spaces, a trailing comma and duplicates', () => {
    const { partner } = accepted({
      PARTNER_IDS: '4512345, 4512346 ,4512345,',
      PARTNER_TYPE: 'direct-bill',
    }).config;
    expect(partner.partnerIds).toEqual(['4512345', '4512346']);
    expect(partner.type).toBe('direct-bill');
  });

  it('reads further link credentials with secret or certificate', () => {
    const list = [
      { displayName: 'ops', tenantId: TENANT, clientId: CLIENT, clientSecret: SECRET },
      { tenantId: TENANT, clientId: CLIENT, certificatePath: '/cert.pem' },
    ];
    const env = { ...service, LINK_CREDENTIALS_FILE: '/links.json' };
    const { azure } = accepted(env, { '/links.json': JSON.stringify(list), '/cert.pem': PEM }).config;
    expect(azure?.linkCredentials.map((one) => [one.kind, one.displayName])).toEqual([
      ['secret', 'ops'],
      ['certificate', null],
    ]);
  });

  it('knows resellers of record only from a file: without one they are unknown, not absent', () => {
    expect(accepted({}).config.partner.resellers).toBeNull();
    const entry = { name: 'North', customers: [TENANT], partnerIds: ['6001001'] };
    const { partner } = accepted(
      { RESELLERS_FILE: '/r.json' },
      { '/r.json': JSON.stringify([entry]) },
    ).config;
    expect(partner.resellers).toMatchObject([{ name: 'North', customers: new Set([TENANT]) }]);
  });

  it('schedules a sync once a day unless told otherwise', () => {
    expect(accepted({}).config.syncSchedule).toBe('0 3 * * *');
    expect(accepted({ SYNC_SCHEDULE: '30 */6 * * 1-5' }).config.syncSchedule).toBe('30 */6 * * 1-5');
    expect(accepted({ SYNC_SCHEDULE: 'off' }).config.syncSchedule).toBeNull();
  });
});

describe('configuration that is refused, naming the variable', () => {
  const cases: [string, Record<string, string>, string[]][] = [
    ['a schedule in words', { SYNC_SCHEDULE: 'daily' }, ['SYNC_SCHEDULE']],
    ['a schedule with a field too few', { SYNC_SCHEDULE: '0 3 * *' }, ['SYNC_SCHEDULE']],
    ['a schedule with a minute that does not exist', { SYNC_SCHEDULE: '61 3 * * *' }, ['SYNC_SCHEDULE']],
    ['a schedule with seconds', { SYNC_SCHEDULE: '* * * * * *' }, ['SYNC_SCHEDULE']],
    ['a short token for metrics', { METRICS_TOKEN: 'short' }, ['METRICS_TOKEN']],
    ['a port that is no number', { PORT: 'http' }, ['PORT']],
    ['a port out of range', { PORT: '65536' }, ['PORT']],
    ['a database of another kind', { DATABASE_URL: 'mysql://u:p@h/d' }, ['DATABASE_URL']],
    ['a database address without a database', { DATABASE_URL: 'postgres://host' }, ['DATABASE_URL']],
    ['a tenant that is no GUID', { ...service, AZURE_TENANT_ID: 'contoso' }, ['AZURE_TENANT_ID']],
    [
      'a client id without a secret',
      { AZURE_TENANT_ID: TENANT, AZURE_CLIENT_ID: CLIENT },
      ['AZURE_CLIENT_ID'],
    ],
    ['a tenant alone', { AZURE_TENANT_ID: TENANT }, ['AZURE_TENANT_ID']],
    ['a secret alone', { AZURE_CLIENT_SECRET: SECRET }, ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID']],
    [
      'managed identity without its tenant',
      { AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential' },
      ['AZURE_TENANT_ID'],
    ],
    [
      'a credential kind that is not for servers',
      { AZURE_TOKEN_CREDENTIALS: 'dev' },
      ['AZURE_TOKEN_CREDENTIALS'],
    ],
    [
      'a certificate that cannot be read',
      { AZURE_TENANT_ID: TENANT, AZURE_CLIENT_ID: CLIENT, AZURE_CLIENT_CERTIFICATE_PATH: '/none' },
      ['AZURE_CLIENT_CERTIFICATE_PATH'],
    ],
    [
      'a certificate without its key',
      { AZURE_TENANT_ID: TENANT, AZURE_CLIENT_ID: CLIENT, AZURE_CLIENT_CERTIFICATE_PATH: '/half.pem' },
      ['AZURE_CLIENT_CERTIFICATE_PATH'],
    ],
    [
      'a token file that cannot be read',
      { AZURE_TENANT_ID: TENANT, AZURE_CLIENT_ID: CLIENT, AZURE_FEDERATED_TOKEN_FILE: '/none' },
      ['AZURE_FEDERATED_TOKEN_FILE'],
    ],
    [
      'plain http to Azure',
      { AZURE_RESOURCE_MANAGER_URL: 'http://localhost:80' },
      ['AZURE_RESOURCE_MANAGER_URL'],
    ],
    ['a stranger as Azure', { AZURE_AUTHORITY_HOST: 'https://login.example' }, ['AZURE_AUTHORITY_HOST']],
    [
      "a stranger that carries Microsoft's name",
      { MICROSOFT_GRAPH_URL: 'https://graph.microsoft.com.evil.example' },
      ['MICROSOFT_GRAPH_URL'],
    ],
    [
      'a stranger that carries the name localhost',
      { MICROSOFT_GRAPH_URL: 'https://localhost.evil.example' },
      ['MICROSOFT_GRAPH_URL'],
    ],
    [
      'a stranger behind a user name',
      { MICROSOFT_GRAPH_URL: 'https://graph.microsoft.com@evil.example' },
      ['MICROSOFT_GRAPH_URL'],
    ],
    [
      'an address with a path',
      { AZURE_AUTHORITY_HOST: 'https://login.microsoftonline.com/common' },
      ['AZURE_AUTHORITY_HOST'],
    ],
    [
      'two clouds at once',
      { AZURE_AUTHORITY_HOST: 'https://login.microsoftonline.us' },
      ['AZURE_AUTHORITY_HOST, AZURE_RESOURCE_MANAGER_URL, MICROSOFT_GRAPH_URL'],
    ],
    [
      'storage of a stranger',
      { AZURE_STORAGE_BLOB_URL: 'https://{account}.blob.core.windows.net.evil.example' },
      ['AZURE_STORAGE_BLOB_URL'],
    ],
    [
      'storage whose account is the domain',
      { AZURE_STORAGE_BLOB_URL: 'https://{account}/blob.core.windows.net' },
      ['AZURE_STORAGE_BLOB_URL'],
    ],
    [
      'storage without an account',
      { AZURE_STORAGE_BLOB_URL: 'https://ours.blob.core.windows.net' },
      ['AZURE_STORAGE_BLOB_URL'],
    ],
    [
      'storage of another cloud',
      { AZURE_STORAGE_BLOB_URL: 'https://{account}.blob.core.chinacloudapi.cn' },
      ['AZURE_STORAGE_BLOB_URL'],
    ],
    ['a yes where true is asked', { ALLOW_CUSTOM_AZURE_HOSTS: 'yes' }, ['ALLOW_CUSTOM_AZURE_HOSTS']],
    ['partner IDs with letters', { PARTNER_IDS: '123,abc' }, ['PARTNER_IDS']],
    [
      'the global ID among the location IDs',
      { PARTNER_IDS: '1,2', PARTNER_GLOBAL_ID: '2' },
      ['PARTNER_GLOBAL_ID'],
    ],
    ['an unknown partner type', { PARTNER_TYPE: 'reseller' }, ['PARTNER_TYPE']],
    ['a credit rate in percent', { CREDIT_RATE: '15' }, ['CREDIT_RATE']],
    ['a credit rate of nothing', { CREDIT_RATE: '0' }, ['CREDIT_RATE']],
    ['a billing account with a slash', { BILLING_ACCOUNT: 'a/b' }, ['BILLING_ACCOUNT']],
    ['a public address that is none', { PUBLIC_URL: 'app.example' }, ['PUBLIC_URL']],
    [
      'link credentials without a service identity',
      { LINK_CREDENTIALS_FILE: '/empty.json' },
      ['LINK_CREDENTIALS_FILE'],
    ],
    [
      'link credentials that cannot be read',
      { ...service, LINK_CREDENTIALS_FILE: '/none' },
      ['LINK_CREDENTIALS_FILE'],
    ],
    [
      'link credentials that are no JSON',
      { ...service, LINK_CREDENTIALS_FILE: '/half.pem' },
      ['LINK_CREDENTIALS_FILE'],
    ],
  ];
  it.each(cases)('refuses %s', (_name, env, names) => {
    const files = { '/half.pem': '-----BEGIN CERTIFICATE-----', '/empty.json': '[]' };
    expect(namesOf(problemsOf(env, files))).toEqual(names);
  });

  it('refuses a secret and a certificate together', () => {
    const env = { ...service, AZURE_CLIENT_CERTIFICATE_PATH: '/cert.pem' };
    expect(problemsOf(env, { '/cert.pem': PEM })[0]).toContain('only one of them may be set');
  });

  it('names every wrong variable at once, each only once', () => {
    const env = {
      PORT: 'x',
      AZURE_TENANT_ID: 'x',
      AZURE_CLIENT_SECRET: SECRET,
      PARTNER_IDS: 'x',
      CREDIT_RATE: 'x',
    };
    expect(namesOf(problemsOf(env)).toSorted()).toEqual([
      'AZURE_CLIENT_ID',
      'AZURE_TENANT_ID',
      'CREDIT_RATE',
      'PARTNER_IDS',
      'PORT',
    ]);
  });

  it('names the wrong entries of the link credentials by their place', () => {
    const list = [
      { tenantId: TENANT, clientId: CLIENT, clientSecret: SECRET },
      { tenantId: 'canary', clientId: CLIENT },
      'canary',
      { tenantId: TENANT, clientId: CLIENT, clientSecret: SECRET, certificatePath: '/cert.pem' },
      { tenantId: TENANT, clientId: CLIENT, secret: 'canary' },
    ];
    const env = { ...service, LINK_CREDENTIALS_FILE: '/links.json' };
    const problems = problemsOf(env, { '/links.json': JSON.stringify(list), '/cert.pem': PEM });
    expect(problems).toEqual([
      'LINK_CREDENTIALS_FILE: entry 2 tenantId must be a GUID',
      'LINK_CREDENTIALS_FILE: entry 2 needs either clientSecret or certificatePath',
      'LINK_CREDENTIALS_FILE: entry 3 must be an object',
      'LINK_CREDENTIALS_FILE: entry 4 needs either clientSecret or certificatePath',
      'LINK_CREDENTIALS_FILE: entry 5 has a property that is not known',
    ]);
    expect(problems.join()).not.toContain('canary');
  });

  it('never repeats a value, whatever is wrong', () => {
    const canary = 'canary-4711';
    const names = ['DATABASE_URL', 'AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_CERTIFICATE_PATH'];
    names.push('AZURE_AUTHORITY_HOST', 'PARTNER_IDS', 'PARTNER_TYPE', 'CREDIT_RATE', 'PUBLIC_URL', 'PORT');
    names.push('LINK_CREDENTIALS_FILE', 'ALLOW_CUSTOM_AZURE_HOSTS', 'AZURE_TOKEN_CREDENTIALS');
    const problems = problemsOf(Object.fromEntries(names.map((name) => [name, `${canary} x`])));
    expect(problems.length).toBeGreaterThanOrEqual(names.length);
    expect(new ConfigError(problems).message).not.toContain(canary);
  });
});

it('explains every variable it knows in .env.example', () => {
  const explained = readFileSync('.env.example', 'utf8');
  expect(VARIABLES.filter((name) => !new RegExp(`\\b${name}\\b`).test(explained))).toEqual([]);
});
