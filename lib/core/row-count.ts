import { tellStepReason } from './step-reasons.ts';

/** What Azure said there is of a source, and how much of it came. */
export type RowCount = {
  /** By Azure's own count of each list that was read; null where one of them tells none. */
  expected: number | null;
  read: number;
};

export const NOTHING_READ: RowCount = { expected: 0, read: 0 };

/** A page: how many rows, and how many its list announced, where it is the list's first. */
export type CountedPage = { rows: number; announced: number | null | 'unchanged' };

export function addPage({ expected, read }: RowCount, { rows, announced }: CountedPage): RowCount {
  const sum =
    announced === null || expected === null ? null : expected + (announced === 'unchanged' ? 0 : announced);
  return { expected: sum, read: read + rows };
}

/** A list may change by so much while its pages are read; what is lost or doubled with a page is more. */
const CHANGED_WHILE_READ = 0.01;

export type CountVerdict = 'whole' | 'changed' | 'wrong';

/** Whether the rows that came are those that were announced. Without an announcement nothing speaks against them. */
export function judgeCount({ expected, read }: RowCount): CountVerdict {
  if (expected === null || expected === read) return 'whole';
  return Math.abs(expected - read) <= expected * CHANGED_WHILE_READ ? 'changed' : 'wrong';
}

export const formatCount = ({ expected, read }: RowCount): string =>
  tellStepReason('wrong-count', { expected: expected ?? read, read });
