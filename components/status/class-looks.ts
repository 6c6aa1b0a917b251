import type { IconName } from '#components/ui/icon-shapes.ts';
import type { Tone } from '#components/ui/tone.ts';
import type { CostClass } from '#lib/core/cost-classes.ts';

type ClassLook = { tone: Tone; icon: IconName };

/** Classes of cost in their order: costdata.md section 5 of 2026-11-21. */
export const CLASS_LOOKS: Record<CostClass, ClassLook> = {
  EARNED: { tone: 'earn', icon: 'check' },
  ELIGIBLE_NOT_EARNED: { tone: 'miss', icon: 'cross' },
  UNCLASSIFIED: { tone: 'mute', icon: 'unknown' },
  CREDIT_UNKNOWN: { tone: 'mute', icon: 'unknown' },
  INELIGIBLE_MARKETPLACE: { tone: 'wait', icon: 'none' },
  INELIGIBLE_RESERVATION: { tone: 'wait', icon: 'none' },
  INELIGIBLE_SAVINGS_PLAN: { tone: 'wait', icon: 'none' },
  INELIGIBLE_SPOT: { tone: 'wait', icon: 'none' },
  OFFSET_BY_AZURE_CREDIT: { tone: 'wait', icon: 'none' },
  INELIGIBLE_PRODUCT: { tone: 'wait', icon: 'none' },
  ZERO_PRICE: { tone: 'mute', icon: 'none' },
};
