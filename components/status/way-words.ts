import type { UnreadReason } from '#lib/core/statuses.ts';
import { costWords } from '#lib/texts/en/cost-words.ts';
import { sources } from '#lib/texts/en/sources.ts';
import { statuses } from '#lib/texts/en/statuses.ts';

const WAYS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(costWords.way).map(([way, { name }]) => [way, name] as const),
  ...Object.entries(sources.way),
]);

/** English alone: for areas that are not translated yet. */
export const wayWords = (way: string): string => WAYS.get(way) ?? way;

export const UNREAD_WORDS: Record<UnreadReason, string> = statuses.unread;
