import { ChangeList } from '#components/status/change-list.tsx';
import { Card } from '#components/ui/card.tsx';
import type { CustomerDetail } from '#lib/queries/schemas/customers.ts';

/** What changed at this customer between syncs. */
export const Timeline = ({ customer: { timeline } }: { customer: CustomerDetail }) => (
  <Card title="What changed" note="As syncs saw it, newest first.">
    {timeline.length === 0 ? (
      <p className="text-sm text-soft">
        Nothing has changed since this customer was first read. Changes of access, roles, links and verdicts
        appear here.
      </p>
    ) : (
      <ChangeList changes={timeline} />
    )}
  </Card>
);
