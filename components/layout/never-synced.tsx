import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';

/** The same first step on each page: nothing was read, so nothing is claimed. */
export function NeverSynced({ info, what }: { info: AppInfo; what: string }) {
  if (!info.azureConfigured) {
    return (
      <EmptyState icon="lock" title="Azure is not connected" action={<ToSync />}>
        <p>
          {what} appear here once this service may read your tenant. The Sync page names the settings that are
          missing.
        </p>
        <p>
          A file of cost from Partner Center or Cost Management is enough to see what earned credit:{' '}
          <AppLink href="/imports" className="text-accent underline">
            import one
          </AppLink>
          .
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="sync" title="Nothing has been read yet" action={<ToSync />}>
      <p>{what} appear here after the first sync. It only reads Azure; it changes nothing there.</p>
    </EmptyState>
  );
}

const ToSync = () => (
  <AppLink href="/sync" className={BUTTON.primary}>
    Go to Sync
  </AppLink>
);
