import { withAmounts } from './amounts.ts';
import { withTraits } from './kinds.ts';
import { withPriceSigns, type ColumnsOfFile } from './prices.ts';

const ALL_TEXTS: ColumnsOfFile = { numbers: new Set(), missing: new Set() };

/** Selected lines in our columns, with what their amounts and prices are beside, and what makes their kind. */
export const withNumbers = (select: string, columns = ALL_TEXTS): string =>
  withTraits(withPriceSigns(withAmounts(select, columns.numbers), columns), columns);
