import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { factsFileOf } from '#lib/core/facts-file.ts';
import { parseSubscriptionId, type TenantId } from '#lib/core/ids.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { database } from '#lib/db/client.ts';
import { listSubscriptionMonths, listSubscriptionPeriods } from '#lib/db/subscription-list.ts';
import { syncDeps } from '#lib/sync/entry.ts';
import { instant } from '#lib/sync/deps.ts';
import { loadSubscriptionFacts } from '#lib/sync/subscription-facts.ts';

export type FactsExport =
  | { kind: 'facts'; file: ReturnType<typeof factsFileOf> }
  | { kind: 'unknown-subscription' };

type Asked = { period?: string | undefined; customer?: string | undefined };

/** A subscription's facts as a file that can be judged anywhere: an export, so it is written down. */
export async function exportFacts(subscriptionId: string, asked: Asked): Promise<FactsExport> {
  const actor = await requireActor('Pec.Viewer');
  const visible = actor.customers;
  const { db } = await database();
  const deps = await syncDeps();
  const id = parseSubscriptionId(subscriptionId);
  const months = id === null ? [] : await listSubscriptionMonths(db, id, visible);
  const period = parsePeriod(asked.period ?? months[0] ?? '');
  if (deps === null || id === null || period === null) return { kind: 'unknown-subscription' };
  const rows = await listSubscriptionPeriods(db, { period, visible }, id);
  const wanted = rows.find(({ verdict }) => verdict.tenantId === asked.customer?.toLowerCase()) ?? rows[0];
  // The row was stored under a parsed tenant id.
  const tenantId = wanted?.verdict.tenantId as TenantId | undefined;
  const facts =
    tenantId === undefined
      ? null
      : await loadSubscriptionFacts(deps, { tenantId, subscriptionId: id, period });
  if (facts === null) return { kind: 'unknown-subscription' };
  await recordAudit(actor, {
    action: 'export',
    outcome: 'done',
    target: id,
    detail: { what: 'facts', period },
  });
  return { kind: 'facts', file: factsFileOf({ facts, period, judgedAt: instant(deps) }) };
}
