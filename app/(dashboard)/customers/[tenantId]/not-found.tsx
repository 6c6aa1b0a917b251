import { PageHeader } from '#components/layout/page-header.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';

export default function CustomerNotFound() {
  return (
    <>
      <PageHeader title="Customer not found" />
      <EmptyState
        icon="search"
        title="No customer has this tenant id"
        action={
          <AppLink href="/customers" className={BUTTON.primary}>
            All customers
          </AppLink>
        }
      >
        <p>The address may be mistyped, or the customer was never seen by a sync.</p>
      </EmptyState>
    </>
  );
}
