import { withAmounts } from './amounts.ts';
import { withPriceSigns, type ColumnsOfFile } from './prices.ts';

const ALL_TEXTS: ColumnsOfFile = { numbers: new Set(), missing: new Set() };

/** Selected lines in our columns, with what their amounts and prices are beside. */
export const withNumbers = (select: string, columns = ALL_TEXTS): string =>
  withPriceSigns(withAmounts(select, columns.numbers), columns);
