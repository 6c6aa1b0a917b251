import { PageHeader } from '#components/layout/page-header.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';

export default function PageForbidden() {
  return (
    <>
      <PageHeader title="Not for your role" />
      <EmptyState
        icon="lock"
        title="Your role does not open this page"
        action={
          <AppLink href="/" className={BUTTON.primary}>
            Go to the overview
          </AppLink>
        }
      >
        <p>An administrator of your tenant gives roles: Pec.Viewer, Pec.Support, Pec.Admin.</p>
      </EmptyState>
    </>
  );
}
