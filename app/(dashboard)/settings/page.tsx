import { SettingsView } from '#components/settings/settings-view.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getSettings } from '#lib/queries/settings.ts';
import { pageTitle } from '../page-title.ts';

export const generateMetadata = pageTitle('settings');

export default async function SettingsRoute() {
  return <SettingsView page={await getSettings()} now={getAppInfo().now} />;
}
