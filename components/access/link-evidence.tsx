import { useTexts } from '#language';
import { RelativeTime } from '#components/status/relative-time.tsx';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { useLooks } from '#components/status/use-looks.ts';
import { Guid } from '#components/ui/guid.tsx';
import type { AccessPath } from '#lib/queries/schemas/shared.ts';

const LINKED = { linked: 'yes', 'not-linked': 'no', unknown: 'unknown' } as const;

const HOW = {
  'own-token': 'link.ownToken',
  'link-credential': 'link.credential',
  'on-behalf-of': 'link.behalf',
  attested: 'link.attested',
} as const;

const isKnownHow = (how: string): how is keyof typeof HOW => how in HOW;

type LinkEvidenceProps = { link: AccessPath['link']; now: string };

/** Whether the identity is linked, to what, in which tenant, and how that is known. */
export function LinkEvidence({ link, now }: LinkEvidenceProps) {
  const t = useTexts('access');
  const looks = useLooks();
  if (link === null) return <span className="text-soft">{t('link.notNeeded')}</span>;
  return (
    <>
      <StatusBadge look={looks.linked(LINKED[link.state])} quiet />
      {link.partnerId !== null && (
        <span className="block text-xs text-soft">
          {t.rich('link.partnerId', { partnerId: link.partnerId, id: <span className="font-mono" /> })}
        </span>
      )}
      {link.tenantId !== null && (
        <span className="flex min-w-0 items-center gap-1 text-xs text-faint">
          {t.rich('link.inTenant', { id: <Guid value={link.tenantId} label={t('tenantId')} /> })}
        </span>
      )}
      {link.checkedAt !== null && (
        <span className="block text-xs text-faint">
          <HowAndWhen how={link.how} at={link.checkedAt} now={now} />
        </span>
      )}
    </>
  );
}

function HowAndWhen({ how, at, now }: { how: string | null; at: string; now: string }) {
  const t = useTexts('access');
  const age = <RelativeTime at={at} now={now} />;
  if (how === null) return age;
  return t.rich('link.howWhen', { how: isKnownHow(how) ? t(HOW[how]) : how, age });
}
