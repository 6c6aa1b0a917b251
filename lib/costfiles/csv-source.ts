import type { CsvPart } from './prepare.ts';
import { listOf, quoteText } from './scanner.ts';

export type CsvForm = Pick<CsvPart, 'delimiter' | 'headers'>;

/**
 * Every cell as text, for a column of amounts guessed to be floats would lose digits, and nothing guessed: what was
 * sniffed from a damaged file would be a table that it is not. A line that does not fit the columns is an error.
 */
export const csvSource = (paths: readonly string[], { delimiter, headers }: CsvForm): string => {
  const columns = headers.map((header) => `${quoteText(header)}: 'VARCHAR'`);
  return `read_csv(${listOf(paths)}, auto_detect = false, header = true, strict_mode = true, null_padding = false, columns = {${columns.join(', ')}}, delim = ${quoteText(delimiter)}, quote = '"', escape = '"', comment = '', nullstr = '', max_line_size = 1048576, buffer_size = 4194304)`;
};
