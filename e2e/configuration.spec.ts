import { expect, test } from '@playwright/test';
import { startProcess, type Environment } from './server-process.ts';

const BAD_CONFIGURATION = 2;

const VALUES = {
  AZURE_TENANT_ID: 'not-a-tenant-of-ours',
  AZURE_CLIENT_ID: 'nobody-knows-this-client',
  AZURE_CLIENT_SECRET: 'a-secret-that-must-not-be-told',
  PARTNER_IDS: 'seventeen',
  PARTNER_TYPE: 'charity',
  CREDIT_RATE: '15 %',
  AZURE_RESOURCE_MANAGER_URL: 'https://azure.evil.example',
  DATABASE_URL: 'mysql://root:hunter2@localhost/pec',
  LINK_CREDENTIALS_FILE: '/nowhere/credentials-of-links.json',
};

async function refusalOf(env: Environment): Promise<string> {
  const started = startProcess('scripts/start.ts', env);
  const { code } = await started.whenEnded;
  expect(code, started.output()).toBe(BAD_CONFIGURATION);
  return started.output();
}

test('a wrong configuration stops the start with one message that names every wrong variable and no value', async () => {
  const said = await refusalOf(VALUES);
  const { AZURE_CLIENT_SECRET: _right, ...wrong } = VALUES;
  for (const name of Object.keys(wrong)) expect(said).toContain(`${name}:`);
  for (const value of Object.values(VALUES)) expect(said).not.toContain(value);
  expect(said).not.toContain('hunter2');
  expect(said.match(/configuration is wrong/g)).toHaveLength(1);
});

test('a half-set identity stops the start and says what is missing', async () => {
  const said = await refusalOf({ AZURE_CLIENT_SECRET: 'a-secret-that-must-not-be-told' });
  expect(said).toContain('AZURE_TENANT_ID: is missing');
  expect(said).toContain('AZURE_CLIENT_ID: is missing');
  expect(said).not.toContain('must-not-be-told');
});

test('an address that is not this machine is refused while nobody has to sign in', async () => {
  const said = await refusalOf({ HOST: '0.0.0.0' });
  expect(said).toContain('127.0.0.1 only');
  expect(said).toContain('HOST');
});
