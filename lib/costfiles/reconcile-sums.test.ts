import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parsePeriod } from '#lib/core/periods.ts';
import { reconcile } from '#lib/core/reconcile.ts';
import { importFolder, openImport } from './imported.ts';
import { readReconcileSums } from './reconcile-sums.ts';

const CUSTOMER = '11111111-0000-4000-8000-000000000001';
const COMMERCE = '22222222-0000-4000-8000-000000000002';
const AZURE = '33333333-0000-4000-8000-000000000003';

const USAGE = `CustomerId,SubscriptionId,EntitlementId,UsageDate,ProductId,SkuId,AvailabilityId,ProductName,BillingPreTaxTotal,BillingCurrency,PricingPreTaxTotal,ResourceURI,CreditPercentage,PCToBCExchangeRate
${CUSTOMER},${COMMERCE},${AZURE},2026-09-01,DZ1,0001,AV1,Disks,10.001,EUR,11,/a,15,0.92
${CUSTOMER},${COMMERCE},${AZURE},2026-09-02,DZ1,0001,AV1,Disks,10.003,EUR,11,/b,15,0.92
${CUSTOMER},${COMMERCE},${AZURE},2026-09-02,DZ2,0001,AV1,Servers,5,EUR,5,/c,0,0.92
`;
const INVOICE = `CustomerId,SubscriptionId,ProductId,SkuId,AvailabilityId,ProductName,ChargeStartDate,Subtotal,Currency,PriceAdjustmentDescription,BillableQuantity,ReservationOrderId,PCToBCExchangeRate
${CUSTOMER},${COMMERCE},DZ1,0001,AV1,Disks,2026-09-01,20.00,EUR,"[""15.0% Partner earned credit""]",2,,0.92
${CUSTOMER},${COMMERCE},DZ2,0001,AV1,Servers,2026-09-01,5.16,EUR,,1,,0.95
${CUSTOMER},${COMMERCE},DZ3,0001,AV1,Reserved server,2026-09-01,100.00,EUR,,1,order-1,0.92
`;

const [september, october] = ['2026-09', '2026-10'].map(parsePeriod);
if (september == null || october == null) throw new Error('periods');

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'reconcile-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function keep(id: string, text: string): Promise<void> {
  await writeFile(join(dir, `${id}.csv`), text);
  await (await openImport(join(dir, `${id}.csv`), importFolder(dir, id))).close();
}

it('tells from kept files which product differs from the invoice, and why', async () => {
  await keep('usage', USAGE);
  await keep('invoice', INVOICE);
  const sums = (id: string) => readReconcileSums(dir, [id], september);
  const lines = reconcile(await sums('usage'), await sums('invoice'), { isOpen: false });
  expect(
    lines.map(({ productName, usage, invoiced, reason }) => [
      productName,
      usage?.toFixed() ?? null,
      invoiced?.toFixed() ?? null,
      reason,
    ]),
  ).toEqual([
    ['Disks', '20.004', '20', 'rounding'],
    ['Servers', '5', '5.16', 'exchange-rate'],
    ['Reserved server', null, '100', 'commitment-not-in-usage'],
  ]);
  expect(await readReconcileSums(dir, ['usage'], october)).toEqual([]);
  expect(await readReconcileSums(dir, ['not-held'], september)).toEqual([]);
});
