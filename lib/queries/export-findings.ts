import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { queryContext } from './context.ts';
import { csvLine } from './csv.ts';
import { getFindings } from './findings.ts';
import type { Finding, FindingsExportQuery } from './schemas/findings.ts';

const HEADINGS = [
  ...[
    'id',
    'customer',
    'tenantId',
    'subscription',
    'subscriptionId',
    'cause',
    'verdict',
    'severity',
    'state',
  ],
  ...['since', 'currency', 'missed', 'missedAtMost', 'net', 'owner', 'note', 'steps'],
];
const PAGE = 500;
/** Spreadsheets take a file for UTF-8 only where it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';

/** All findings that match as CSV, page by page, one line for each currency. The export is in the audit. */
export async function exportFindings({
  format,
  ...query
}: FindingsExportQuery): Promise<AsyncGenerator<string>> {
  const { actor } = await queryContext();
  await recordAudit(actor, { action: 'export', outcome: 'done', target: 'findings', detail: { format } });
  async function* lines(): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine(HEADINGS);
    let cursor: string | undefined;
    do {
      const page = await getFindings({ ...query, limit: PAGE, cursor });
      yield page.items.flatMap(linesOf).join('');
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
  return lines();
}

/** Currencies are never added; a finding without any amount has a line too. */
function linesOf(finding: Finding): string[] {
  const { id, customerName, tenantId, subscriptionName, subscriptionId, cause, verdict, severity } = finding;
  const amounts = finding.missed.map(({ currency, missed, missedAtMost, net }) => [
    currency,
    missed,
    missedAtMost,
    net,
  ]);
  return (amounts.length === 0 ? [[null, null, null, null]] : amounts).map((amount) =>
    csvLine([
      ...[id, customerName, tenantId, subscriptionName, subscriptionId, cause, verdict, severity],
      ...[finding.state, finding.since, ...amount, finding.owner?.name ?? finding.owner?.personId ?? null],
      ...[finding.note, finding.remedy?.steps.join('\n') ?? null],
    ]),
  );
}
