import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openForProcess, describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { importCostFile, judgeDeps } from '#lib/sync/entry.ts';
import { reconcileImports, showReconciled } from './reconcile-imports.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'reconcile-'));
vi.stubEnv('DATA_DIR', dataDir);
// What a request carries; Next keeps it, and there is none here.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()) }));
afterAll(() => rm(dataDir, { recursive: true }));

const CONTOSO = '11111111-0000-4000-8000-000000000001';
const TAILSPIN = '11111111-0000-4000-8000-000000000002';
const COMMERCE = '22222222-0000-4000-8000-000000000002';
const AZURE = '33333333-0000-4000-8000-000000000003';

type Named = readonly [tenantId: string, name: string];
const contoso: Named = [CONTOSO, 'Contoso'];
const tailspin: Named = [TAILSPIN, 'Tailspin'];

const usageOf = (...rows: [of: Named, product: string, net: string][]): string =>
  [
    'CustomerId,CustomerName,SubscriptionId,EntitlementId,UsageDate,ProductId,SkuId,AvailabilityId,ProductName,BillingPreTaxTotal,BillingCurrency,PricingPreTaxTotal,ResourceURI,CreditPercentage,PCToBCExchangeRate',
    ...rows.map(
      ([[tenantId, name], product, net]) =>
        `${tenantId},${name},${COMMERCE},${AZURE},2026-01-02,${product},0001,AV1,${product},${net},EUR,${net},/a,0,0.92`,
    ),
  ].join('\n');
const invoiceOf = (...rows: [of: Named, product: string, subtotal: string, order: string][]): string =>
  [
    'CustomerId,CustomerName,SubscriptionId,ProductId,SkuId,AvailabilityId,ProductName,ChargeStartDate,Subtotal,Currency,PriceAdjustmentDescription,BillableQuantity,ReservationOrderId,PCToBCExchangeRate',
    ...rows.map(
      ([[tenantId, name], product, subtotal, order]) =>
        `${tenantId},${name},${COMMERCE},${product},0001,AV1,${product},2026-01-01,${subtotal},EUR,,1,${order},0.92`,
    ),
  ].join('\n');
const detailsOf = (...rows: [of: Named, net: string, pricingModel: string][]): string =>
  [
    'customerTenantId,customerName,SubscriptionId,date,billingCurrency,costInBillingCurrency,partnerEarnedCreditApplied,pricingModel',
    ...rows.map(
      ([[tenantId, name], net, model]) => `${tenantId},${name},${AZURE},2026-01-02,EUR,${net},0,${model}`,
    ),
  ].join('\n');

describeOnBothEngines('the files of a month', (open) => {
  beforeAll(async () => {
    openForProcess(await open());
    await rm(join(dataDir, 'costs'), { recursive: true, force: true });
  });

  const give = async (name: string, writtenAt: string, text: string): Promise<void> => {
    const path = join(dataDir, name);
    await writeFile(path, text);
    await importCostFile(await judgeDeps(), { id: null, path, name, by: 'Ada', writtenAt });
  };
  const compared = async (period: string | null) => showReconciled(await reconcileImports(period));

  it('that is held alone is compared with nothing, and says so', async () => {
    await give(
      'usage.csv',
      '2026-02-10T00:00:00Z',
      usageOf([contoso, 'Disks', '10'], [tailspin, 'VMs', '7']),
    );
    expect(await compared(null)).toMatchObject({
      period: '2026-01',
      ...{ usage: [{ name: 'usage.csv' }], invoices: [], details: [], totals: [], customers: [] },
    });
  });

  it('are compared product by product and customer by customer, by name, each difference with its reason', async () => {
    await give(
      'invoice.csv',
      '2026-02-10T00:00:00Z',
      invoiceOf(
        [contoso, 'Disks', '9.99', ''],
        [contoso, 'Reserved', '100', 'order-1'],
        [tailspin, 'VMs', '7', ''],
      ),
    );
    // Older than the usage, so what the pages show is the usage.
    await give(
      'details.csv',
      '2026-02-08T00:00:00Z',
      detailsOf([contoso, '10', 'OnDemand'], [contoso, '100', 'Reservation'], [tailspin, '8', 'OnDemand']),
    );
    const { totals, lines, differing, customers } = await compared('2026-01');
    expect(totals).toMatchObject([
      { currency: 'EUR', usage: '17', invoiced: '116.99', difference: '99.99', agreeing: 1 },
    ]);
    expect(differing).toBe(2);
    expect(
      lines.map(({ productName, customerName, difference, reason }) => [
        productName,
        customerName,
        difference,
        reason,
      ]),
    ).toEqual([
      ['Reserved', 'Contoso', '100', 'commitment-not-in-usage'],
      ['Disks', 'Contoso', '-0.01', 'rounding'],
    ]);
    expect(customers).toEqual([
      {
        ...{ tenantId: CONTOSO, name: 'Contoso', currency: 'EUR', usage: '10', details: '110', ours: '10' },
        detailsLessUsage: { amount: '100', reason: 'left-out-of-usage' },
        oursLessUsage: null,
      },
      {
        ...{ tenantId: TAILSPIN, name: 'Tailspin', currency: 'EUR', usage: '7', details: '8', ours: '7' },
        detailsLessUsage: { amount: '1', reason: 'unexplained' },
        oursLessUsage: null,
      },
    ]);
  });

  it('count by the newest of each kind; what the pages show in its place differs with a reason', async () => {
    await give(
      'newer.csv',
      '2026-02-12T00:00:00Z',
      detailsOf([contoso, '10', 'OnDemand'], [contoso, '50', 'SavingsPlan'], [tailspin, '7', 'OnDemand']),
    );
    const { details, customers } = await compared('2026-01');
    expect(details).toMatchObject([{ name: 'newer.csv' }]);
    const less = { amount: '50', reason: 'left-out-of-usage' };
    expect(customers).toMatchObject([
      { tenantId: CONTOSO, details: '60', ours: '60', detailsLessUsage: less, oursLessUsage: less },
    ]);
  });

  it('of a month without any are none', async () => {
    expect(await compared('2025-12')).toMatchObject({ usage: [], invoices: [], lines: [], customers: [] });
  });
});
