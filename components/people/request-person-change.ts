import type { Problem } from '#components/live/problem.ts';
import { sendChange } from '#components/live/send-change.ts';
import type { PersonChange } from '#lib/queries/schemas/people.ts';

const PEOPLE = '/api/v1/settings/people';

/** null when it was saved, else why not. */
export const requestPersonChange = (change: PersonChange): Promise<Problem | null> =>
  sendChange('PUT', PEOPLE, change);

export const requestSessionsEnd = (personId: string): Promise<Problem | null> =>
  sendChange('DELETE', `${PEOPLE}/sessions`, { personId });
