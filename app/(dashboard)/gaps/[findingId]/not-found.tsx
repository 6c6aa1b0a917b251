import { PageHeader } from '#components/layout/page-header.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';

export default function FindingNotFound() {
  return (
    <>
      <PageHeader title="Finding not found" />
      <EmptyState
        icon="search"
        title="No finding has this id"
        action={
          <AppLink href="/gaps" className={BUTTON.primary}>
            All findings
          </AppLink>
        }
      >
        <p>The address may be mistyped, or the finding is of a customer that is not among yours.</p>
      </EmptyState>
    </>
  );
}
