import { useTexts } from '#language';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { ChangeList } from '#components/status/change-list.tsx';
import { Card } from '#components/ui/card.tsx';
import type { CustomerDetail } from '#lib/queries/schemas/customers.ts';

/** What changed at this customer between syncs. */
export function Timeline({ customer: { tenantId, timeline } }: { customer: CustomerDetail }) {
  const t = useTexts('customer');
  const all = useTexts('overview');
  return (
    <Card
      title={t('changed.title')}
      note={t('changed.note')}
      aside={
        <AppLink href={addressWith('/changes', { customer: tenantId })} className="link text-sm print:hidden">
          {all('changed.all')}
        </AppLink>
      }
    >
      {timeline.length === 0 ? (
        <p className="text-sm text-soft">{t('changed.none')}</p>
      ) : (
        <ChangeList changes={timeline} />
      )}
    </Card>
  );
}
