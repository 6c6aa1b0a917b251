import { useWording } from '#language';
import type { Wording } from '#lib/texts/wording.ts';
import type { CostReadWay } from '#lib/core/choose-reads.ts';

/** How cost can be read, in words. */
export function costWaysIn({ texts }: Wording) {
  const t = texts('costWords');
  return {
    name: (way: CostReadWay | null): string => (way === null ? t('unknownWay') : t(`way.${way}.name`)),
    /** For a cell: what the name says in two words. */
    short: (way: CostReadWay | null): string => (way === null ? t('unknownWay') : t(`way.${way}.short`)),
    tells: (way: CostReadWay): string => t(`way.${way}.tells`),
  };
}

export const useCostWays = () => costWaysIn(useWording());
