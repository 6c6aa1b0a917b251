import type { IconName } from '#components/ui/icon-shapes.ts';
import type { Tone } from '#components/ui/tone.ts';
import type { CostClass } from '#lib/core/cost-classes.ts';
import { costWords } from '#lib/texts/en/cost-words.ts';

type ClassWords = { tone: Tone; icon: IconName; name: string; meaning: string };

/** Classes of cost in words: costdata.md section 5 of 2026-11-21. */
export const CLASS_WORDS: Record<CostClass, ClassWords> = {
  EARNED: { tone: 'earn', icon: 'check', ...costWords.class.EARNED },
  ELIGIBLE_NOT_EARNED: { tone: 'miss', icon: 'cross', ...costWords.class.ELIGIBLE_NOT_EARNED },
  UNCLASSIFIED: { tone: 'mute', icon: 'unknown', ...costWords.class.UNCLASSIFIED },
  CREDIT_UNKNOWN: { tone: 'mute', icon: 'unknown', ...costWords.class.CREDIT_UNKNOWN },
  INELIGIBLE_MARKETPLACE: { tone: 'wait', icon: 'none', ...costWords.class.INELIGIBLE_MARKETPLACE },
  INELIGIBLE_RESERVATION: { tone: 'wait', icon: 'none', ...costWords.class.INELIGIBLE_RESERVATION },
  INELIGIBLE_SAVINGS_PLAN: { tone: 'wait', icon: 'none', ...costWords.class.INELIGIBLE_SAVINGS_PLAN },
  INELIGIBLE_SPOT: { tone: 'wait', icon: 'none', ...costWords.class.INELIGIBLE_SPOT },
  OFFSET_BY_AZURE_CREDIT: { tone: 'wait', icon: 'none', ...costWords.class.OFFSET_BY_AZURE_CREDIT },
  INELIGIBLE_PRODUCT: { tone: 'wait', icon: 'none', ...costWords.class.INELIGIBLE_PRODUCT },
  ZERO_PRICE: { tone: 'mute', icon: 'none', ...costWords.class.ZERO_PRICE },
};
