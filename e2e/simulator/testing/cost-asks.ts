import { gunzipSync } from 'node:zlib';
import { blobUrl, EXPORT_PLACE } from '../blobs.ts';
import { COST_WAYS, type CostWay, type CostWays } from '../cost-ways.ts';
import type { Simulator } from '../server.ts';
import { billingProfileOf } from '../worlds/billing.ts';
import type { CostPlan, Currency } from '../worlds/cost-types.ts';
import { APPLICATIONS } from '../worlds/partner.ts';
import type { World } from '../worlds/types.ts';
import { worldOf } from '../worlds/world.ts';
import { ACCOUNT_PATH } from './asks.ts';
import { ask, bodyOf, field, list, tokenFor, type Reply } from './client.ts';

const COST = 'providers/Microsoft.CostManagement';
const VERSION = 'api-version=2023-11-01';

export const profilePath = (currency: Currency, costRefused = false): string =>
  `${ACCOUNT_PATH}/billingProfiles/${billingProfileOf({ costRefused, billingCurrency: currency }).name}`;
export const customerPath = (customerId: string): string => `${ACCOUNT_PATH}/customers/${customerId}`;
export const accountPath = ACCOUNT_PATH;
export const costPath = (scope: string, operation: string, query = ''): string =>
  `${scope}/${COST}/${operation}?${VERSION}${query}`;

export const everyWay: CostWays = { everywhere: COST_WAYS, at: new Map() };
export const onlyWays = (...everywhere: CostWay[]): CostWays => ({ everywhere, at: new Map() });

/** A partner whose one customer has one subscription for each of these plans. */
export const worldOfCosts = (...costs: CostPlan[]): World =>
  worldOf([
    {
      key: 'cost test',
      displayName: 'Hollin, "Ash" & Søn',
      domain: 'hollin.example',
      billingCurrency: 'EUR',
      setup: { delegations: [], consent: null },
      subscriptions: costs.map((cost, index) => ({
        displayName: `Subscription ${index}`,
        cost,
        expected: null,
      })),
      expected: { verdict: 'unknown', cause: 'access-unread' },
    },
  ]);

export const storageToken = (simulator: Simulator, key: keyof typeof APPLICATIONS = 'pecboard') =>
  tokenFor(simulator, {
    tenantId: simulator.world.managingTenant.tenantId,
    application: APPLICATIONS[key],
    scope: 'https://storage.azure.com/.default',
  });

type Posted = { token: string; path: string; body: unknown };

export const post = (simulator: Simulator, { token, path, body }: Posted): Promise<Reply> =>
  ask(simulator, {
    method: 'POST',
    path,
    token,
    headers: { 'content-type': 'application/json', ClientType: 'test' },
    body: JSON.stringify(body),
  });

export const month = { start: '2026-10-01', end: '2026-10-31' };

export const askReport = (simulator: Simulator, token: string, scope: string, timePeriod = month) =>
  post(simulator, {
    token,
    path: costPath(scope, 'generateCostDetailsReport'),
    body: { metric: 'ActualCost', timePeriod },
  });

/** The lines of a report, each by its columns' lower-cased names. */
export async function readReport(
  simulator: Simulator,
  token: string,
  scope: string,
  timePeriod = month,
): Promise<CsvRow[]> {
  const begun = await askReport(simulator, token, scope, timePeriod);
  const polled = await ask(simulator, { path: String(begun.headers.location), token });
  const rows: CsvRow[] = [];
  if (field(bodyOf(polled), 'status') === 'NoDataFound') return rows;
  for (const blob of list(bodyOf(polled), 'manifest.blobs')) {
    const reply = await askBytes(simulator, String(field(blob, 'blobLink')));
    rows.push(...parseCsv(reply));
  }
  return rows;
}

/** Bytes of a signed link, as text; compressed ones are opened. */
async function askBytes(simulator: Simulator, path: string): Promise<string> {
  const { bytes } = await ask(simulator, { path });
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
}

export type BlobAsk = { token?: string; path?: string; query?: string; headers?: Record<string, string> };

export const askBlob = (simulator: Simulator, { token, path, query = '', headers = {} }: BlobAsk) => {
  const place =
    path === undefined
      ? `${simulator.url}/_blob/${EXPORT_PLACE.account}/${EXPORT_PLACE.container}`
      : blobUrl(simulator.url, EXPORT_PLACE, path);
  return ask(simulator, {
    path: `${place}${query}`,
    ...(token === undefined ? {} : { token }),
    headers: { 'x-ms-version': '2024-11-04', ...headers },
  });
};

export const listBlobs = (simulator: Simulator, token: string, prefix: string, more = '') =>
  askBlob(simulator, {
    token,
    query: `?restype=container&comp=list&prefix=${encodeURIComponent(prefix)}${more}`,
  });

export const namesIn = ({ text }: Reply): string[] =>
  [...text.matchAll(/<Blob><Name>([^<]+)<\/Name>/g)].map(([, name]) => name ?? '');

export type CsvRow = Readonly<Record<string, string>>;

/** Enough of CSV for what the simulator writes: no cell has a line break. */
export function parseCsv(text: string): CsvRow[] {
  const [header = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter(Boolean);
  const names = header.split(',').map((name) => name.toLowerCase());
  return lines.map((line) => {
    const cells = cellsOf(line);
    if (cells.length !== names.length) throw new Error(`${cells.length} cells: ${line}`);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** A comma ends a cell, save between quotes. */
const cellsOf = (line: string): string[] =>
  line
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));

/** Exact sum of amounts with at most six decimals. */
export const microsOfText = (text: string): bigint => {
  const value = Number(text);
  const micros = Math.round(value * 1_000_000);
  if (Math.abs(micros / 1_000_000 - value) > 1e-12) throw new Error(`${text} is finer than a millionth`);
  return BigInt(micros);
};
