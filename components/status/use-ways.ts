import { useTexts } from '#language';
import { costWords } from '#lib/texts/en/cost-words.ts';
import { sources } from '#lib/texts/en/sources.ts';

type CostWay = keyof typeof costWords.way;
type ReadWay = keyof typeof sources.way;

const isCostWay = (way: string): way is CostWay => way in costWords.way;
const isReadWay = (way: string): way is ReadWay => way in sources.way;

/** By which way a fact was read, in words; a way of later versions as it is called there. */
export function useWays(): (way: string) => string {
  const cost = useTexts('costWords');
  const source = useTexts('sources');
  return (way) => {
    if (isCostWay(way)) return cost(`way.${way}.name`);
    return isReadWay(way) ? source(`way.${way}`) : way;
  };
}
