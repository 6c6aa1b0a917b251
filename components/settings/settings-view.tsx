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
export const SettingsView = ({ page, now }: SettingsViewProps) => (
  <>
    <PageHeader title="Settings" lead="What counts for how long, and how this server is configured.">
      <div className="flex flex-wrap gap-2">
        <AppLink href="/settings/people" className={BUTTON.plain}>
          People
        </AppLink>
        <AppLink href="/audit?action=settings" className={BUTTON.plain}>
          Who changed what
        </AppLink>
      </div>
    </PageHeader>
    <SourceFailures completeness={page.completeness} now={now} />
    <Card title="Decided here" note="A change is written into the audit with the value before.">
      <SettingsForm settings={page.settings} />
    </Card>
    <Card
      title="Decided by the environment of the server"
      note="Change it there and start the server again; .env.example explains each variable."
    >
      <ConfiguredFacts configured={page.configured} />
    </Card>
  </>
);
