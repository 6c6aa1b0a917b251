import { PageHeader } from '#components/layout/page-header.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';

export default function SubscriptionNotFound() {
  return (
    <>
      <PageHeader title="Subscription not found" />
      <EmptyState
        icon="search"
        title="No subscription has this id in that month"
        action={
          <AppLink href="/subscriptions" className={BUTTON.primary}>
            All subscriptions
          </AppLink>
        }
      >
        <p>The address may be mistyped, or the subscription was never seen by a sync.</p>
      </EmptyState>
    </>
  );
}
