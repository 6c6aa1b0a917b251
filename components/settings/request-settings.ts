import type { Problem } from '#components/live/problem.ts';
import { sendChange } from '#components/live/send-change.ts';
import type { SettingsChange } from '#lib/queries/schemas/settings.ts';

/** null when it was saved, else why not. */
export const requestSettings = (wanted: SettingsChange): Promise<Problem | null> =>
  sendChange('PUT', '/api/v1/settings', wanted);
