import type { CostReadWay } from '#lib/core/choose-reads.ts';
import { costWords } from '#lib/texts/en/cost-words.ts';

/** How cost can be read, in English words: for areas that are not translated yet. */
export const COST_WAY_WORDS: Record<CostReadWay, { name: string; tells: string }> = costWords.way;

export const costWayName = (way: CostReadWay | null): string =>
  way === null ? costWords.unknownWay : COST_WAY_WORDS[way].name;
