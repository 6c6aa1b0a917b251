import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { customerAssignments } from './schema-auth.ts';

/** Which customers someone may see: every one, or those assigned to the person. */
export type Visibility = { kind: 'all' } | { kind: 'assigned'; personId: string };

export const EVERY_CUSTOMER: Visibility = { kind: 'all' };

/**
 * The one condition by which customers of one's own are kept apart: on any column that holds a customer's tenant id.
 * undefined restricts nothing.
 */
export function isVisible(tenantId: AnyPgColumn, visible: Visibility): SQL | undefined {
  if (visible.kind === 'all') return undefined;
  return sql`${tenantId} in (select ${customerAssignments.tenantId} from ${customerAssignments} where ${customerAssignments.personId} = ${visible.personId})`;
}

/** The same for columns where '' stands for the managing tenant, which everybody may know of. */
export function isVisibleOrShared(tenantId: AnyPgColumn, visible: Visibility): SQL | undefined {
  const own = isVisible(tenantId, visible);
  return own === undefined ? undefined : sql`(${tenantId} = '' or ${own})`;
}
