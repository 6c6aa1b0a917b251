import { PageHeader } from '#components/layout/page-header.tsx';
import { Card } from '#components/ui/card.tsx';
import { formatInstant } from '#components/ui/format-dates.ts';
import { Guid } from '#components/ui/guid.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { OwnLinkPage } from '#lib/queries/own-link.ts';
import { OwnLinkForm } from './own-link-form.tsx';

/** A person's own partner link: what it is, and the ways to change it. */
export const OwnLinkView = ({ page }: { page: OwnLinkPage }) => (
  <>
    <PageHeader
      title="Your partner link"
      lead="Credit is earned where a linked identity holds an earning role. Azure shows a link to its own identity only, so it is read and changed in your name."
    />
    {page.canAct ? (
      <Card
        title="Check, set or remove"
        note="Pecboard asks Azure on your behalf, once, and records what Azure answers."
      >
        <OwnLinkForm page={page} />
      </Card>
    ) : (
      <Notice tone="wait" icon="info" title="This server may not act for you">
        Its registration has no secret or certificate. An administrator sets SIGN_IN_CLIENT_SECRET.
      </Notice>
    )}
    {page.recorded.length > 0 && (
      <Card title="As last read">
        <ul className="grid gap-2 text-sm">
          {page.recorded.map((link) => (
            <li key={link.tenantId}>
              {link.state === 'linked'
                ? `Linked to ${link.partnerId ?? ''}${link.partnerName === null ? '' : `, ${link.partnerName}`}`
                : 'Not linked'}
              , {formatInstant(link.checkedAt)}
              <span className="block">
                <Guid value={link.tenantId} label="tenant id" />
              </span>
            </li>
          ))}
        </ul>
      </Card>
    )}
  </>
);
