import { useTexts } from '#language';
import { ChangeList } from '#components/status/change-list.tsx';
import { Card } from '#components/ui/card.tsx';
import type { CustomerDetail } from '#lib/queries/schemas/customers.ts';

/** What changed at this customer between syncs. */
export function Timeline({ customer: { timeline } }: { customer: CustomerDetail }) {
  const t = useTexts('customer');
  return (
    <Card title={t('changed.title')} note={t('changed.note')}>
      {timeline.length === 0 ? (
        <p className="text-sm text-soft">{t('changed.none')}</p>
      ) : (
        <ChangeList changes={timeline} />
      )}
    </Card>
  );
}
