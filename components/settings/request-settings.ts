import { sendChange } from '#components/live/send-change.ts';
import type { SettingsChange } from '#lib/queries/schemas/settings.ts';

/** null when it was saved, else what to tell the person. */
export const requestSettings = (wanted: SettingsChange): Promise<string | null> =>
  sendChange('PUT', '/api/v1/settings', wanted);
