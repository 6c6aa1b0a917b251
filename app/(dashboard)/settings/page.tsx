import type { Metadata } from 'next';
import { SettingsView } from '#components/settings/settings-view.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getSettings } from '#lib/queries/settings.ts';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsRoute() {
  return <SettingsView page={await getSettings()} now={getAppInfo().now} />;
}
