import { makeReasons } from './reasons.ts';

/** Why a file of cost was not taken, or how its import ended. The store holds the sentences: an old one stays as it is. */
export const FILE_REASONS = {
  'no-line-readable': 'No line of the file can be read. Download it again.',
  'no-lines': 'The file has no lines.',
  'too-many-unreadable':
    '{rejected#} of {lines#} lines cannot be read, which are too many to leave out. {first~}',
  'line-fault': 'Line {line#}: {fault~}.',
  'line-fault-in': 'Line {line#} of {file}: {fault~}.',
  'no-date': '{column} is no date',
  'no-amount': '{column} is no amount',
  'no-currency': '{column} is no currency',
  'no-customer-id': '{column} is no id of a customer',
  'no-subscription-id': '{column} is no id of a subscription',
  'not-understood': '{column} is not understood',
  'open-quote': 'a quote is not closed',
  'behind-quote': 'text stands behind a closing quote',
  'long-line': 'the line is too long',
  'cell-count': 'it has {cells#} cells where the first line names {width#}',
  'not-utf-8': 'it is not in UTF-8 like the others',
  'no-json-item': 'it is not a whole item of JSON',
  'of-other-month': 'it is of {month}, of which this file has {days#} days only',
  'of-other-day': 'it is of {month}, of which this file has 1 day only',
  'unknown-file':
    'No known file of cost: its first line has to name the columns of cost details, a FOCUS export, daily rated usage or an invoice reconciliation file.',
  'lacks-columns': 'This {what} lacks the column {columns}. Download it again with all columns.',
  'column-twice':
    'Two of its columns are named {column}, and nobody can tell which of them is meant. Download it again.',
  'retail-cost':
    'These cost details lack customerTenantId or partnerEarnedCreditApplied, as those of a single subscription do: they are at retail prices, and partner earned credit is not in them. Export them at the billing account, a billing profile or a customer.',
  'lines-missing':
    'The manifest tells of {rows#} lines, and there are {lines#}: the export is not whole. Download all of its folder.',
  'items-cut-off': 'The list of items does not end: the file is cut off. Download it again.',
  damaged: 'The file cannot be read: it is damaged or cut off. Download it again.',
  'no-memory':
    'There is not enough memory for this file, although nothing is amiss with it. Export it as Parquet, or one file for each billing profile or customer, and import those.',
  'no-customer': 'No line of the file names a customer by tenant id.',
  'in-file': '{file}: {reason~}',
  'several-kinds': 'It holds files of several kinds ({kinds}). Import each on its own.',
  'too-large': 'The file unpacks to more than {mb#} MB, which no file of cost of its size does.',
  'gzip-damaged': 'The compressed file is damaged or cut off. Download it again.',
  'too-many-files': 'The archive holds more than 10,000 files.',
  workbook: 'This is a workbook. Save its sheet as CSV, and import that.',
  'archive-damaged': 'The archive is damaged or cut off. Download it again.',
  locked: 'The archive is locked with a password. Unpack it, and import what is in it.',
  'no-file': 'There is no file in it.',
  empty: '{file} is empty.',
  nested: '{file} is an archive within an archive. Unpack it, and import what is in it.',
  'not-text': '{file} is neither text nor Parquet.',
  'web-page': '{file} is a web page, not a file of cost. Sign in and download it again.',
  'no-head': '{file} has no line that names its columns.',
  'short-head':
    '{file} names {names#} columns in its first line, and its lines have {cells#} cells: the name of a column is missing. Download it again.',
  'cut-off': '{file} is cut off in its last line, {line#}. Download it again.',
  'no-manifest': '{file} is no manifest of an export, or is damaged. Download the folder again.',
  'several-exports': 'It holds several exports ({names}). Import each on its own.',
  'export-not-whole': 'The export is not whole: {lacking~}. Download all of its folder.',
  'part-missing': '{file} is missing',
  'part-not-whole': '{file} is not whole',
  'nothing-there': 'nothing of it is there',
  'several-months':
    'The file mixes several months ({months}), and holds few days of each. Import one file for each month.',
  stopped:
    'The server stopped before the file was imported; nothing of it was kept. It begins again when that server does, or when it is given again.',
  'given-up':
    'The server stopped before the file was imported; nothing of it was kept. That happened several times, so it does not begin again by itself.',
  'not-all-judged':
    'The file counts, but some of its customers could not be judged and keep their last verdict; the log says why.',
  'disk-full': 'The disk of the server is full. Nothing of the file was kept.',
  'server-failed': 'The server failed at this file; its log says why. Nothing of the file was kept.',
} as const;

export type FileReasonCode = keyof typeof FILE_REASONS;

/** Stands for the name of a file where only one was given. */
export const THE_FILE = 'The file';

export const { tell: tellFileReason, read: readFileReason } = makeReasons(FILE_REASONS);
