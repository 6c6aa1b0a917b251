import { useTexts } from '#language';
import type { CostReadWay } from '#lib/core/choose-reads.ts';

/** How cost can be read, in words. */
export function useCostWays() {
  const t = useTexts('costWords');
  return {
    name: (way: CostReadWay | null): string => (way === null ? t('unknownWay') : t(`way.${way}.name`)),
    tells: (way: CostReadWay): string => t(`way.${way}.tells`),
  };
}
