import 'server-only';
import { config } from '#lib/config.ts';
import { tenantsOfOurs } from '#lib/core/ours.ts';
import { planRun, summarisePlan } from '#lib/core/run-plan.ts';
import { gatherRunFacts } from '#lib/db/plan-facts.ts';
import { queryContext } from './context.ts';
import type { SyncPlan } from './schemas/sync.ts';

/** What a full run would do now; null where Azure is not configured. Its sums name no customer. */
export async function getSyncPlan(): Promise<SyncPlan | null> {
  const { db, now } = await queryContext();
  const { azure, partner } = config();
  if (azure === null) return null;
  const managingTenantId = azure.identity.tenantId;
  const facts = await gatherRunFacts(db, {
    now,
    links: 1 + azure.linkCredentials.length,
    managingTenantId,
    ours: tenantsOfOurs({ managingTenantId, resellers: partner.resellers }),
  });
  const { rows, ...sums } = summarisePlan(planRun(facts));
  return { rows, ...sums, isFirst: Object.keys(facts.held).length === 0 };
}
