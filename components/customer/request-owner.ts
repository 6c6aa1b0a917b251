import { sendChange } from '#components/live/send-change.ts';

/** null when it was saved, else what to tell the person. */
export const requestOwner = (tenantId: string, personId: string | null): Promise<string | null> =>
  sendChange('PUT', `/api/v1/customers/${tenantId}/owner`, { personId });
