import { requireDecimal, type Decimal } from './money.ts';
import type { Severity } from './statuses.ts';

/** Credit that may have been missed, in dollars or the one currency of the finding: a bound of ours, for order. */
const HIGH = requireDecimal('100');
const MEDIUM = requireDecimal('10');

/** null: no cost was read. */
export function severityOf(mayBeMissed: Decimal | null): Severity {
  if (mayBeMissed === null) return 'unknown';
  if (mayBeMissed.gte(HIGH)) return 'high';
  if (mayBeMissed.gte(MEDIUM)) return 'medium';
  return mayBeMissed.gt(0) ? 'low' : 'none';
}
