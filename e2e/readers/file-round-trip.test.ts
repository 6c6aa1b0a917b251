import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COST_CLASSES, type CostClass } from '#lib/core/cost-classes.ts';
import { dailyCostsOf } from '#lib/core/cost-series.ts';
import { sumOrNull } from '#lib/core/money.ts';
import { openGivenFiles, type GivenFiles } from '#lib/costfiles/testing/given-files.ts';
import { PARQUET_TYPES, parquetOf, type ParquetTypes } from '#lib/costfiles/testing/parquet.ts';
import type { CsvLine } from '../simulator/cost-details-csv.ts';
import { PARTNER_FILES, partnerFile, type PartnerFile } from '../simulator/partner-files.ts';
import { worldOfCosts } from '../simulator/testing/cost-asks.ts';
import { charge, itemised } from '../simulator/worlds/charges.ts';
import { CHARGE_KINDS } from '../simulator/worlds/cost-types.ts';
import { costLines, daysBetween } from '../simulator/worlds/costs.ts';
import { byDay, openCostReaders, sumsBy, type CostReaders, type OwnedCost } from './cost-readers.ts';

const amountOf = (index: number): string => `${index + 3}.${String(index * 7919 + 12_345).padStart(6, '0')}`;
const charges = CHARGE_KINDS.map((kind, index) =>
  charge(kind, kind.startsWith('zero') || kind === 'reservation-usage' ? '0' : amountOf(index), {
    resourceGroup: index % 2 === 0 ? 'rg-web' : 'rg-data',
  }),
);
const world = worldOfCosts(
  itemised('EUR', ...charges),
  itemised('EUR', charge('earned', '0.000085'), charge('eligible', '-4.25', { onDay: 7 })),
);

/** Far from Greenwich: points in time are of days in UTC wherever the server stands. */
process.env['TZ'] = 'America/New_York';

let readers: CostReaders;
let files: GivenFiles;
let answered: OwnedCost[] = [];
beforeAll(async () => {
  readers = await openCostReaders(1, world);
  files = await openGivenFiles();
  const [scope] = readers.scopesOf('report-customer');
  if (scope === undefined) throw new Error('no customer to read');
  answered = await readers.read('report-customer', scope);
}, 120_000);
afterAll(async () => {
  await readers.close();
  await files.close();
});

const DAYS = daysBetween('2026-10-01', '2026-10-31');

function linesOfOctober(): CsvLine[] {
  const [customer] = world.customers;
  if (customer === undefined) throw new Error('no customer');
  return customer.subscriptions.flatMap((subscription) => {
    const payer = { customer, subscription, linesOf: (day: string) => costLines(subscription, day) };
    return DAYS.flatMap((day) => payer.linesOf(day).map((line): CsvLine => ({ line, payer })));
  });
}

const text = (value: { toFixed(): string } | null): string => value?.toFixed() ?? 'not told';

async function imported(kind: PartnerFile) {
  const found = await files.read(partnerFile(kind, world, linesOfOctober()));
  const rows = found.batches.flatMap(({ tenantId, days }) =>
    days.flatMap(dailyCostsOf).map((row): OwnedCost => ({ ...row, tenantId })),
  );
  return { ...found, rows };
}

const every: readonly CostClass[] = [
  ...['EARNED', 'INELIGIBLE_MARKETPLACE', 'INELIGIBLE_RESERVATION', 'INELIGIBLE_SAVINGS_PLAN'],
  ...['INELIGIBLE_SPOT', 'OFFSET_BY_AZURE_CREDIT', 'INELIGIBLE_PRODUCT', 'ZERO_PRICE'],
  ...['CREDIT_UNKNOWN', 'ELIGIBLE_NOT_EARNED'],
] as readonly CostClass[];
const ABSENT_FROM_RATED: readonly CostClass[] = [
  'INELIGIBLE_RESERVATION',
  'INELIGIBLE_SAVINGS_PLAN',
  'INELIGIBLE_PRODUCT',
];
const rated = every.filter((costClass) => !ABSENT_FROM_RATED.includes(costClass));

type Carries = {
  is: string;
  /** Classes of its lines that are those of what Azure answers. */
  classes: readonly CostClass[];
  /** Under which class stands what it cannot tell apart. */
  instead: Partial<Record<CostClass, CostClass>>;
  rate: boolean;
  resource: boolean;
  creditOffers: boolean;
  reservations: boolean;
};

const yes = { rate: true, resource: true, instead: {} } as const;
const ofRated = { ...yes, classes: rated, creditOffers: true, reservations: false } as const;

/** Which facts each kind of file carries. */
const CARRIED: Readonly<Record<Exclude<PartnerFile, 'reconciliation'>, Carries>> = {
  'cost-details': { ...yes, is: 'cost-details', classes: every, creditOffers: true, reservations: true },
  'older-cost-details': {
    ...yes,
    is: 'cost-details',
    classes: every,
    creditOffers: true,
    reservations: true,
  },
  'rated-usage': { ...ofRated, is: 'daily-rated-usage' },
  'unbilled-rated-usage': { ...ofRated, is: 'daily-rated-usage' },
  'line-items': { ...ofRated, is: 'line-items' },
  'graph-line-items': { ...ofRated, is: 'line-items' },
  focus: {
    ...yes,
    is: 'focus',
    classes: every.filter((costClass) => costClass !== 'OFFSET_BY_AZURE_CREDIT'),
    // It has no column for it.
    instead: { OFFSET_BY_AZURE_CREDIT: 'ELIGIBLE_NOT_EARNED' },
    creditOffers: false,
    reservations: true,
  },
};

const carried = Object.entries(CARRIED) as [Exclude<PartnerFile, 'reconciliation'>, Carries][];

describe('what the simulator charged, written as each kind of file and imported', () => {
  it('has every class but the one that only queries leave', () => {
    const classes = new Set(answered.map(({ costClass }) => costClass));
    expect([...classes].sort()).toEqual(COST_CLASSES.filter((one) => one !== 'UNCLASSIFIED').toSorted());
    expect(PARTNER_FILES.filter((kind) => kind !== 'reconciliation')).toEqual(Object.keys(CARRIED));
  });

  it.each(carried)(
    'as %s equals what Azure answers, by day and class, to the last decimal',
    async (kind, facts) => {
      const { file, rows, rejects } = await imported(kind);
      expect(file.kind).toBe(facts.is);
      expect(rejects).toEqual([]);
      const told = answered
        .filter(({ costClass }) => [...facts.classes, ...Object.keys(facts.instead)].includes(costClass))
        .map((row) => ({ ...row, costClass: facts.instead[row.costClass] ?? row.costClass }));
      const byClass = (row: OwnedCost): string => `${byDay(row)} ${row.costClass}`;
      expect(sumsBy(rows, byClass)).toEqual(sumsBy(told, byClass));
      expect(new Set(rows.map(({ costClass }) => costClass))).toEqual(
        new Set(told.map(({ costClass }) => costClass)),
      );
      const dollars = (costs: readonly OwnedCost[]): string =>
        text(sumOrNull(costs.map(({ netUsd }) => netUsd)));
      expect(dollars(rows)).toBe(dollars(told));
    },
  );

  it.each(carried)('as %s tells the rate, and so the credit of each line', async (kind, { rate }) => {
    const creditOf = (costs: readonly OwnedCost[]): string[] =>
      costs
        .filter(({ costClass }) => costClass === 'EARNED')
        .map(({ day, subscriptionId, credit }) => `${day} ${subscriptionId} ${text(credit)}`)
        .sort();
    expect(creditOf((await imported(kind)).rows)).toEqual(rate ? creditOf(answered) : []);
  });

  it.each(carried)(
    'as %s tells resource groups, credit offers and reservations as the table says',
    async (kind, facts) => {
      const { batches, rows } = await imported(kind);
      const groups = batches.flatMap(({ names }) =>
        names.filter(({ grouping }) => grouping === 'resource-group'),
      );
      expect(new Set(groups.flatMap(({ values }) => values))).toEqual(
        new Set(facts.resource ? ['rg-web', 'rg-data'] : []),
      );
      const has = (costClass: CostClass): boolean => rows.some((row) => row.costClass === costClass);
      expect(has('OFFSET_BY_AZURE_CREDIT')).toBe(facts.creditOffers);
      expect(has('INELIGIBLE_RESERVATION')).toBe(facts.reservations);
    },
  );

  it('as a reconciliation file gives the same totals by customer and credit, of no Azure subscription, and counts for nobody', async () => {
    const { file, rows } = await imported('reconciliation');
    expect(file).toMatchObject({ kind: 'reconciliation', counts: false, months: [{ period: '2026-10' }] });
    expect(rows.every(({ subscriptionId }) => subscriptionId === null)).toBe(true);
    const told = answered.filter(({ costClass }) => rated.includes(costClass));
    const byCredit = ({ tenantId, currency, costClass }: OwnedCost): string =>
      [tenantId, currency, costClass === 'EARNED'].join(' ');
    expect(sumsBy(rows, byCredit)).toEqual(sumsBy(told, byCredit));
    const creditOf = (costs: readonly OwnedCost[]): string =>
      text(
        sumOrNull(costs.filter(({ costClass }) => costClass === 'EARNED').map(({ credit }) => credit))?.round(
          6,
        ) ?? null,
      );
    expect(creditOf(rows)).toBe(creditOf(told));
  });

  const TYPES = Object.keys(PARQUET_TYPES) as ParquetTypes[];
  const TABLES = ['cost-details', 'older-cost-details', 'rated-usage', 'focus', 'reconciliation'] as const;

  it.each(TYPES.flatMap((types) => TABLES.map((kind) => [kind, types] as const)))(
    'as %s in Parquet of %s equals the same file as text in all that it tells',
    async (kind, types) => {
      const csv = partnerFile(kind, world, linesOfOctober());
      const { folder: _ofText, ...asText } = await files.read(csv);
      const { folder, ...asParquet } = await files.read(await parquetOf(csv, types));
      expect(asText.batches).not.toEqual([]);
      expect(asParquet).toEqual(asText);
      // In one scan, not line by line.
      expect(await readdir(folder)).toContain('lines-0.parquet');
    },
  );
});
