import { afterEach, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator, type SimulatorOptions } from './server.ts';
import { customerAt, managingToken } from './testing/asks.ts';
import { ask, bodyOf, field, list } from './testing/client.ts';
import { MIDDLE_OF_MONTH, steppedClock } from './testing/clock.ts';
import { askReport, costPath, customerPath, post, profilePath, readReport } from './testing/cost-asks.ts';

let simulator: Simulator;
let token: string;
afterEach(() => simulator.close());

async function begin(options: Partial<SimulatorOptions> = {}) {
  const clock = steppedClock(MIDDLE_OF_MONTH);
  simulator = await startSimulator({ customers: 12, limits: 'off', clock, ...options });
  token = await managingToken(simulator);
  return clock;
}

const poll = (location: unknown) => ask(simulator, { path: String(location), token });

test('a report is begun, asked after, and at last told with its blobs', async () => {
  const clock = await begin({ limits: 'azure' });
  const begun = await askReport(simulator, token, profilePath('EUR'));
  expect([begun.status, begun.text, begun.headers['retry-after']]).toEqual([202, '', '30']);
  const early = await poll(begun.headers.location);
  expect([early.status, early.headers.location]).toEqual([202, begun.headers.location]);
  clock.advance(60);
  const body = bodyOf(await poll(begun.headers.location));
  expect(field(body, 'status')).toBe('Completed');
  const blob = await ask(simulator, { path: String(field(body, 'manifest.blobs.0.blobLink')) });
  expect([blob.status, blob.bytes.length]).toEqual([200, field(body, 'manifest.blobs.0.byteCount')]);
  expect(field(body, 'manifest.byteCount')).toBe(blob.bytes.length);
});

test('it has a line for each resource, meter and day, with all columns', async () => {
  await begin();
  const { tenantId } = customerAt(simulator, 'linked');
  const rows = await readReport(simulator, token, customerPath(tenantId));
  expect(rows).toHaveLength(3 * 31);
  expect(Object.keys(rows[0] ?? {})).toHaveLength(70);
  expect(rows[0]).toMatchObject({
    customertenantid: tenantId,
    customername: 'Kestrel Rail Logistics',
    date: '10/01/2026',
    billingcurrency: 'EUR',
    partnerearnedcreditapplied: 'True',
    partnerearnedcreditrate: '0.15',
    tags: '"environment": "production","owner": "Ærlig, Ltd"',
  });
});

test('a large report comes compressed, in several blobs', async () => {
  await begin({ customers: 300 });
  const { headers } = await askReport(simulator, token, profilePath('EUR'));
  const manifest = field(bodyOf(await poll(headers.location)), 'manifest');
  expect(field(manifest, 'compressData')).toBe(true);
  expect(list(manifest, 'blobs').length).toBeGreaterThan(1);
  expect(field(manifest, 'blobCount')).toBe(list(manifest, 'blobs').length);
});

test('without cost there is no data and no manifest', async () => {
  await begin();
  const begun = await askReport(simulator, token, customerPath(customerAt(simulator, 'noCost').tenantId));
  const body = bodyOf(await poll(begun.headers.location));
  expect([field(body, 'status'), field(body, 'manifest')]).toEqual(['NoDataFound', undefined]);
});

test('more lines than Azure writes fail the report', async () => {
  await begin({ mostReportRows: 92 });
  const begun = await askReport(simulator, token, customerPath(customerAt(simulator, 'linked').tenantId));
  const body = bodyOf(await poll(begun.headers.location));
  expect(field(body, 'status')).toBe('Failed');
  expect(String(field(body, 'error.message'))).toContain('Use Exports');
});

describe('refuses', () => {
  const march = { start: '2026-03-01', end: '2026-03-31' };
  test.each([
    ['two months', { timePeriod: { ...march, end: '2026-04-30' } }],
    ['a month of long ago', { timePeriod: { start: '2025-09-01', end: '2025-09-30' } }],
    ['an end before the start', { timePeriod: { start: march.end, end: march.start } }],
    ['a time and an invoice', { timePeriod: march, invoiceId: 'G000000001' }],
    ['a property that nobody knows', { timePeriod: march, colour: 'blue' }],
    ['a time of another form', { timePeriod: { start: '1 March', end: '31 March' } }],
  ])('%s', async (_what, body) => {
    await begin();
    const path = costPath(profilePath('EUR'), 'generateCostDetailsReport');
    const reply = await post(simulator, { token, path, body });
    expect([reply.status, field(bodyOf(reply), 'error.code')]).toEqual([400, 'BadRequest']);
  });

  test('an operation of another scope, unwrapped', async () => {
    await begin();
    const { headers } = await askReport(simulator, token, profilePath('EUR'));
    const elsewhere = String(headers.location).replace(
      /billingProfiles\/[^/]+/,
      profilePath('GBP').split('/').slice(-2).join('/'),
    );
    const reply = await poll(elsewhere);
    expect([reply.status, field(bodyOf(reply), 'error')]).toEqual([400, undefined]);
    expect(field(bodyOf(reply), 'message')).toBe('The operation id is not valid.');
  });
});

describe('the link of a blob', () => {
  const linkOf = async () => {
    const { headers } = await askReport(simulator, token, profilePath('EUR'));
    return String(field(bodyOf(await poll(headers.location)), 'manifest.blobs.0.blobLink'));
  };

  test('opens without a token, and not with one', async () => {
    await begin();
    const path = await linkOf();
    expect((await ask(simulator, { path })).status).toBe(200);
    const reply = await ask(simulator, { path, token });
    expect([reply.status, reply.headers['x-ms-error-code']]).toEqual([400, 'InvalidAuthenticationInfo']);
  });

  test('does not open once it has expired', async () => {
    const clock = await begin();
    const path = await linkOf();
    clock.advance(12 * 3600 + 1);
    const reply = await ask(simulator, { path });
    expect([reply.status, reply.headers['x-ms-error-code']]).toEqual([403, 'AuthenticationFailed']);
  });

  test('opens nothing but its own blob', async () => {
    await begin();
    const path = (await linkOf()).replace('_0.csv', '_1.csv');
    expect((await ask(simulator, { path })).status).toBe(403);
  });

  test('gives a part where a part is asked for', async () => {
    await begin();
    const path = await linkOf();
    const whole = await ask(simulator, { path });
    const part = await ask(simulator, { path, headers: { range: 'bytes=10-19' } });
    expect([part.status, part.text]).toEqual([206, whole.text.slice(10, 20)]);
    expect(part.headers['content-range']).toBe(`bytes 10-19/${whole.bytes.length}`);
    expect((await ask(simulator, { path, headers: { range: 'bytes=99999999-' } })).status).toBe(416);
  });

  test('breaks off in the middle where a fault says so', async () => {
    await begin();
    const path = await linkOf();
    simulator.faults.add({ api: 'storage', effect: { kind: 'half-json' } });
    await expect(ask(simulator, { path })).rejects.toThrow();
    simulator.faults.clear();
    simulator.faults.add({ api: 'storage', effect: { kind: 'slow', ms: 5 } });
    expect((await ask(simulator, { path })).status).toBe(200);
  });
});
