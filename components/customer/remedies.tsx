import { useTexts } from '#language';
import { CauseText, CauseTitle } from '#components/status/cause-text.tsx';
import { Missed } from '#components/status/missed.tsx';
import { NoData } from '#components/status/money.tsx';
import { useLooks } from '#components/status/use-looks.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TONE_TEXT } from '#components/ui/tone.ts';
import type { Cause } from '#lib/core/causes.ts';
import type { Finding } from '#lib/queries/schemas/findings.ts';
import type { Subscription } from '#lib/queries/schemas/shared.ts';
import { subscriptionAnchor } from './subscription-anchor.ts';

type RemediesProps = { subscriptions: Subscription[]; findings: readonly Finding[] };

/** Per cause: what it means, what puts it right, and where. */
export function Remedies({ subscriptions, findings }: RemediesProps) {
  const t = useTexts('customer');
  const groups = Map.groupBy(
    subscriptions.filter((subscription) => subscription.cause !== 'earning'),
    (subscription) => subscription.cause,
  );
  if (groups.size === 0) return null;
  return (
    <Card title={t('found')} flush>
      <ul>
        {[...groups].map(([cause, rows]) => (
          <Remedy
            key={cause}
            cause={cause}
            rows={rows}
            findings={findings.filter((finding) => finding.cause === cause)}
          />
        ))}
      </ul>
    </Card>
  );
}

type RemedyProps = { cause: Cause; rows: Subscription[]; findings: readonly Finding[] };

function Remedy({ cause, rows, findings }: RemedyProps) {
  const t = useTexts('customer');
  const [first] = rows;
  const look = useLooks().verdict(first?.verdict ?? 'unknown');
  return (
    <li className="grid gap-x-8 gap-y-2 border-t px-5 py-4 first:border-t-0 first:pt-2 md:grid-cols-[minmax(0,1fr)_16rem] print:px-0">
      <div className="min-w-0">
        <h3 className={`flex items-center gap-2 text-sm font-semibold ${TONE_TEXT[look.tone]}`}>
          <Icon name={look.icon} />
          <CauseTitle cause={cause} />
        </h3>
        <div className="pt-1 md:pl-6">
          <CauseText cause={cause} />
        </div>
      </div>
      <ul className="grid grid-cols-[minmax(0,1fr)] content-start gap-1 text-sm">
        {rows.map((row) => (
          <li key={row.subscriptionId} className="flex justify-between gap-4">
            <a
              href={`#${subscriptionAnchor(row.subscriptionId)}`}
              className="link min-w-0 truncate"
              dir="auto"
            >
              {row.displayName}
            </a>
            <MissedBy row={row} />
            <FindingLink finding={findings.find((one) => one.subscriptionId === row.subscriptionId)} />
          </li>
        ))}
        {rows.length > 1 && (
          <li className="text-xs text-faint">{t('subscriptionsCount', { count: rows.length })}</li>
        )}
      </ul>
    </li>
  );
}

/** Leads to the steps, the commands and whoever looks after it. */
function FindingLink({ finding }: { finding: Finding | undefined }) {
  const t = useTexts('customer');
  if (finding === undefined) return null;
  return (
    <AppLink href={`/gaps/${finding.id}`} className="link shrink-0 print:hidden">
      {t.rich('putRight', {
        subscription: finding.subscriptionName ?? '',
        hidden: <span className="sr-only" />,
      })}
    </AppLink>
  );
}

function MissedBy({ row }: { row: Subscription }) {
  const figures = useTexts('figures');
  if (row.totals.length === 0) return <NoData why={figures('noCostRead')} />;
  return (
    <span className="grid text-right">
      {row.totals.map((money) => (
        <Missed key={money.currency} money={money} />
      ))}
    </span>
  );
}
