import { useFormats, useTexts } from '#language';
import { ClientTexts } from '#components/language/client-texts.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { Card } from '#components/ui/card.tsx';
import { Guid } from '#components/ui/guid.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { OwnLinkPage } from '#lib/queries/own-link.ts';
import { OwnLinkForm } from './own-link-form.tsx';

type RecordedLink = OwnLinkPage['recorded'][number];

/** A person's own partner link: what it is, and the ways to change it. */
export function OwnLinkView({ page }: { page: OwnLinkPage }) {
  const t = useTexts('ownLinkPage');
  const pages = useTexts('pages');
  const access = useTexts('access');
  return (
    <>
      <PageHeader title={pages('ownLink')} lead={t('lead')} />
      {page.canAct ? (
        <Card title={t('card')} note={t('cardNote')}>
          <ClientTexts areas={['ownLink']}>
            <OwnLinkForm page={page} />
          </ClientTexts>
        </Card>
      ) : (
        <Notice tone="wait" icon="info" title={t('mayNot')}>
          {t('mayNotWhy')}
        </Notice>
      )}
      {page.recorded.length > 0 && (
        <Card title={t('lastRead')}>
          <ul className="grid gap-2 text-sm">
            {page.recorded.map((link) => (
              <li key={link.tenantId}>
                <Recorded link={link} />
                <span className="block">
                  <Guid value={link.tenantId} label={access('tenantId')} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Recorded({ link: { state, partnerId, partnerName, checkedAt } }: { link: RecordedLink }) {
  const t = useTexts('ownLinkPage');
  const at = useFormats().instant(checkedAt);
  if (state !== 'linked') return t('notLinked', { at });
  return partnerName === null
    ? t('linkedTo', { partnerId: partnerId ?? '', at })
    : t('linkedToNamed', { partnerId: partnerId ?? '', name: partnerName, at });
}
