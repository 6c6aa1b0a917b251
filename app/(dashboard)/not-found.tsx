import { PageHeader } from '#components/layout/page-header.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';

export default function PageNotFound() {
  return (
    <>
      <PageHeader title="Page not found" />
      <EmptyState
        icon="search"
        title="There is no page at this address"
        action={
          <AppLink href="/" className={BUTTON.primary}>
            Go to the overview
          </AppLink>
        }
      >
        <p>The address may be mistyped, or the page has moved.</p>
      </EmptyState>
    </>
  );
}
