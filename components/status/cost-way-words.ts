import type { CostReadWay } from '#lib/core/choose-reads.ts';

/** How cost can be read, in words. */
export const COST_WAY_WORDS: Record<CostReadWay, { name: string; tells: string }> = {
  export: {
    name: 'Export in storage',
    tells: 'every line: class, resource group and service',
  },
  'report-profile': {
    name: 'Cost details report of the billing profile',
    tells: 'every line: class, resource group and service',
  },
  'report-customer': {
    name: 'Cost details report of the customer',
    tells: 'every line: class, resource group and service',
  },
  'query-profile': {
    name: 'Cost query of the billing profile',
    tells: 'sums by subscription and day; no resource groups, no services',
  },
  'query-customer': {
    name: 'Cost query of the customer',
    tells: 'sums by subscription and day; no resource groups, no services',
  },
  file: { name: 'Imported file', tells: 'every line of the file' },
  'amortised-file': {
    name: 'Imported file of amortised cost',
    tells: 'every line of the file, with the price of commitments spread over their days',
  },
};

export const costWayName = (way: CostReadWay | null): string =>
  way === null ? 'a way not recorded' : COST_WAY_WORDS[way].name;
