import { formatDate, formatMonth } from '#components/ui/format-dates.ts';

/** Texts of the report that is printed or sent on. */
export const REPORT_WORDS = {
  title: (name: string) => `Partner earned credit of ${name}`,
  back: 'Back to the customer',
  print: 'Print or save as PDF',
  open: 'Report',
  month: (period: string, open: boolean) =>
    `${formatMonth(period)}${open ? ', an open month: its figures are estimates until Microsoft closes it' : ''}`,
  earned: 'What earned',
  missed: 'What was missed',
  why: 'Why, and what to do',
  noCost: 'No cost of this month could be read, so no amounts can be told.',
  noCause: 'Every subscription earns, or has nothing that could.',
  columns: ['Currency', 'Cost', 'Eligible', 'Credit received', 'Credit missed (estimate)'],
  subscriptionColumns: ['Subscription', 'Result', 'Credit received', 'Credit missed (estimate)'],
  doIt: 'What to do:',
  about: (count: string) => `Concerns ${count}: `,
  more: (count: string) => `and ${count} more`,
  asked:
    'Microsoft forbids pressing customers for access only to earn credit: what is asked for here starts from the managed service.',
  rests: (made: string, asOf: string | null) =>
    `Made on ${formatDate(made)}${asOf === null ? '' : `, from data read on ${formatDate(asOf)} at the earliest`}. What could not be read counts as unknown, never as earned or missed.`,
} as const;
