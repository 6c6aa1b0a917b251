import { useTexts } from '#language';
import { ClientTexts } from '#components/language/client-texts.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { Card } from '#components/ui/card.tsx';
import type { SettingsPage } from '#lib/queries/schemas/settings.ts';
import { ConfiguredFacts } from './configured-facts.tsx';
import { SettingsForm } from './settings-form.tsx';

type SettingsViewProps = { page: SettingsPage; now: string };

/** What an administrator decides here, what the environment decides, and what a missing right hides. */
export function SettingsView({ page, now }: SettingsViewProps) {
  const t = useTexts('settings');
  const pages = useTexts('pages');
  return (
    <>
      <PageHeader title={pages('settings')} lead={t('lead')}>
        <div className="flex flex-wrap gap-2">
          <AppLink href="/settings/people" className={BUTTON.plain}>
            {pages('people')}
          </AppLink>
          <AppLink href="/audit?action=settings" className={BUTTON.plain}>
            {t('whoChanged')}
          </AppLink>
        </div>
      </PageHeader>
      <SourceFailures completeness={page.completeness} now={now} />
      <Card title={t('here')} note={t('hereNote')}>
        <ClientTexts areas={['settingsForm']}>
          <SettingsForm settings={page.settings} />
        </ClientTexts>
      </Card>
      <Card title={t('environment')} note={t('environmentNote')}>
        <ConfiguredFacts configured={page.configured} />
      </Card>
    </>
  );
}
