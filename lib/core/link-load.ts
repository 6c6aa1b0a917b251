const LARGE_SHARE = 0.5;

/**
 * One identity is a single point of failure where many subscriptions, or half of them, have no other that is linked
 * (inferred: Microsoft says only that a link ends with its identity, facts.md section 3).
 */
export const carriesMuch = (
  { alone, served }: { alone: number; served: number },
  manySubscriptions: number,
): boolean => alone >= manySubscriptions || (alone > 1 && alone >= served * LARGE_SHARE);
