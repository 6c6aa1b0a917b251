export const costWords = {
  class: {
    EARNED: {
      name: 'Received credit',
      meaning: 'Microsoft applied partner earned credit.',
    },
    ELIGIBLE_NOT_EARNED: {
      name: 'Eligible, no credit',
      meaning: 'The product can earn, and did not: access decides.',
    },
    UNCLASSIFIED: {
      name: 'No credit, not yet classified',
      meaning: 'No credit was applied; no source has told yet whether the product can earn.',
    },
    CREDIT_UNKNOWN: {
      name: 'Credit not told',
      meaning: 'The data says nothing about credit.',
    },
    INELIGIBLE_MARKETPLACE: {
      name: 'Marketplace or third party',
      meaning: 'Products of other publishers never earn.',
    },
    INELIGIBLE_RESERVATION: {
      name: 'Reservation',
      meaning: 'Reservations never earn.',
    },
    INELIGIBLE_SAVINGS_PLAN: {
      name: 'Savings plan',
      meaning: 'Usage that a savings plan covers has its discount instead of credit.',
    },
    INELIGIBLE_SPOT: {
      name: 'Spot',
      meaning: 'Spot usage never earns.',
    },
    OFFSET_BY_AZURE_CREDIT: {
      name: 'Paid by Azure credit',
      meaning: 'An Azure credit offer paid it first; the rest can earn.',
    },
    INELIGIBLE_PRODUCT: {
      name: 'Other product',
      meaning: 'Not an Azure plan consumption product, such as Office or telephony.',
    },
    ZERO_PRICE: {
      name: 'Free',
      meaning: 'Nothing was charged.',
    },
  },
  way: {
    export: {
      name: 'Export in storage',
      tells: 'every line: class, resource group and service',
      short: 'Export',
    },
    'report-profile': {
      name: 'Cost details report of the billing profile',
      tells: 'every line: class, resource group and service',
      short: 'Report, profile',
    },
    'report-customer': {
      name: 'Cost details report of the customer',
      tells: 'every line: class, resource group and service',
      short: 'Report, customer',
    },
    'query-profile': {
      name: 'Cost query of the billing profile',
      tells: 'sums by subscription and day; no resource groups, no services',
      short: 'Query, profile',
    },
    'query-customer': {
      name: 'Cost query of the customer',
      tells: 'sums by subscription and day; no resource groups, no services',
      short: 'Query, customer',
    },
    file: {
      name: 'Imported file',
      tells: 'every line of the file',
      short: 'File',
    },
    'amortised-file': {
      name: 'Imported file of amortised cost',
      tells: 'every line of the file, with the price of commitments spread over their days',
      short: 'File, amortised',
    },
  },
  unknownWay: 'a way not recorded',
} as const;
