import type { CreditParts } from './cost-classes.ts';
import type { Credit } from './statuses.ts';

/** `credit` from the parts of a day or period; null when its cost was not read (diagnosis.md section 4). */
export function creditOf(parts: CreditParts | null): Credit {
  if (parts === null) return 'unknown';
  const earned = parts.earned.gt(0);
  const missed = parts.missed.gt(0);
  const unknown = parts.unknown.gt(0);
  if (earned && missed) return 'partly';
  if (unknown) return 'unknown';
  if (earned) return 'credited';
  return missed ? 'not-credited' : 'not-applicable';
}
