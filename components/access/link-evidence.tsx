import { RelativeTime } from '#components/status/relative-time.tsx';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { LINKED_LOOKS } from '#components/status/verdict-looks.ts';
import { Guid } from '#components/ui/guid.tsx';
import type { AccessPath } from '#lib/queries/schemas/shared.ts';

const STATE_LOOKS = {
  linked: LINKED_LOOKS.yes,
  'not-linked': LINKED_LOOKS.no,
  unknown: LINKED_LOOKS.unknown,
} as const;

const HOW: ReadonlyMap<string, string> = new Map([
  ['own-token', 'read with its own token'],
  ['link-credential', 'read with its link credential'],
]);

type LinkEvidenceProps = { link: AccessPath['link']; now: string };

/** Whether the identity is linked, to what, in which tenant, and how that is known. */
export function LinkEvidence({ link, now }: LinkEvidenceProps) {
  if (link === null) return <span className="text-soft">Not needed</span>;
  return (
    <>
      <StatusBadge look={STATE_LOOKS[link.state]} quiet />
      {link.partnerId !== null && (
        <span className="block text-xs text-soft">
          partner ID <span className="font-mono">{link.partnerId}</span>
        </span>
      )}
      {link.tenantId !== null && (
        <span className="flex min-w-0 items-center gap-1 text-xs text-faint">
          in <Guid value={link.tenantId} label="tenant id" />
        </span>
      )}
      {link.checkedAt !== null && (
        <span className="block text-xs text-faint">
          {link.how !== null && `${HOW.get(link.how) ?? link.how}, `}
          <RelativeTime at={link.checkedAt} now={now} />
        </span>
      )}
    </>
  );
}
