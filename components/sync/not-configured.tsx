import { EmptyState } from '#components/ui/empty-state.tsx';

const SETTINGS = [
  { names: 'AZURE_TENANT_ID', means: 'your managing tenant' },
  { names: 'AZURE_CLIENT_ID', means: 'the application this service runs as' },
  {
    names: 'AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH',
    means: 'its credential; none is needed with a managed or workload identity',
  },
  { names: 'PARTNER_IDS', means: 'your location partner IDs' },
] as const;

/** Says which settings connect Azure, and that a restart is needed. */
export const NotConfigured = () => (
  <EmptyState icon="lock" title="Azure is not connected">
    <p>Set these in the environment of the server, then start it again:</p>
    <dl className="grid gap-2 text-sm">
      {SETTINGS.map((setting) => (
        <div key={setting.names}>
          <dt>
            <code className="font-mono text-ink">{setting.names}</code>
          </dt>
          <dd>{setting.means}</dd>
        </div>
      ))}
    </dl>
  </EmptyState>
);
