import { useTexts } from '#language';
import type { ReactNode } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';

const NAME = <code className="font-mono text-ink" />;

/** Says which settings connect Azure, and that a restart is needed. */
export function NotConfigured() {
  const t = useTexts('sync');
  const either = t.rich('settings.either', {
    one: 'AZURE_CLIENT_SECRET',
    other: 'AZURE_CLIENT_CERTIFICATE_PATH',
    code: NAME,
  });
  return (
    <EmptyState icon="lock" title={t('settings.title')}>
      <p>{t('settings.set')}</p>
      <dl className="grid gap-2 text-sm">
        <Setting names={<Name>AZURE_TENANT_ID</Name>} means={t('settings.tenant')} />
        <Setting names={<Name>AZURE_CLIENT_ID</Name>} means={t('settings.client')} />
        <Setting names={either} means={t('settings.credential')} />
        <Setting names={<Name>PARTNER_IDS</Name>} means={t('settings.partnerIds')} />
      </dl>
    </EmptyState>
  );
}

const Name = ({ children }: { children: string }) => <code className="font-mono text-ink">{children}</code>;

const Setting = ({ names, means }: { names: ReactNode; means: string }) => (
  <div>
    <dt>{names}</dt>
    <dd>{means}</dd>
  </div>
);
