import type { Problem } from '#components/live/problem.ts';
import { sendChange } from '#components/live/send-change.ts';

/** null when it was saved, else why not. */
export const requestOwner = (tenantId: string, personId: string | null): Promise<Problem | null> =>
  sendChange('PUT', `/api/v1/customers/${tenantId}/owner`, { personId });
