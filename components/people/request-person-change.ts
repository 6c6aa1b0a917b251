import { sendChange } from '#components/live/send-change.ts';
import type { PersonChange } from '#lib/queries/schemas/people.ts';

const PEOPLE = '/api/v1/settings/people';

/** null when it was saved, else what to tell the person. */
export const requestPersonChange = (change: PersonChange): Promise<string | null> =>
  sendChange('PUT', PEOPLE, change);

export const requestSessionsEnd = (personId: string): Promise<string | null> =>
  sendChange('DELETE', `${PEOPLE}/sessions`, { personId });
