import 'server-only';
import { decimalText, requireDecimal } from '#lib/core/money.ts';
import { convertSums } from '#lib/core/reporting-currency.ts';
import { summariseMoney } from '#lib/core/summarise-money.ts';
import { listDollarRates } from '#lib/db/cost-list.ts';
import type { CustomerFilter } from '#lib/db/customer-list.ts';
import type { QueryContext } from './context.ts';
import { sumsOf } from './customers.ts';
import { keptAnswer } from './kept-answers.ts';
import { amountOf, getRates } from './money.ts';
import type { Together } from './schemas/overview.ts';

/** Sums of all customers that match in the reporting currency; null where none is wanted or all are billed in it. */
export async function getTogether(context: QueryContext, filter: CustomerFilter): Promise<Together | null> {
  const { reportingCurrency } = context;
  if (reportingCurrency === null) return null;
  const sums = await sumsOf(context, filter);
  if (sums.every(({ currency }) => currency === reportingCurrency)) return null;
  const { period } = filter;
  const told = await keptAnswer(context, `dollar rates ${period}`, () => listDollarRates(context.db, period));
  const rates = new Map(told.map(({ currency, perDollar }) => [currency, requireDecimal(perDollar)]));
  const amounts = sums.map((row) => ({ ...row, ...amountOf(row) }));
  const conversion = convertSums(amounts, rates, reportingCurrency);
  if (conversion.state === 'no-rate') return { ...conversion, currency: reportingCurrency };
  const { assumed, missed } = await getRates(context, period);
  const [money] = summariseMoney(conversion.sums, assumed, missed);
  if (money === undefined) return null;
  return {
    state: 'converted',
    money,
    rates: conversion.rates.map(({ currency, forOne }) => ({ currency, forOne: decimalText(forOne) })),
  };
}
