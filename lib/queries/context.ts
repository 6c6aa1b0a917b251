import 'server-only';
import type { Actor } from '#lib/auth/actor.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import type { Role } from '#lib/auth/roles.ts';
import { config } from '#lib/config.ts';
import type { Decimal } from '#lib/core/money.ts';
import { dayOf, parsePeriod, periodOf, type Period } from '#lib/core/periods.ts';
import { database } from '#lib/db/client.ts';
import type { Db } from '#lib/db/db.ts';
import { listJudgedPeriods } from '#lib/db/verdicts.ts';
import type { Visibility } from '#lib/db/visible-customers.ts';
import { keptAnswer } from './kept-answers.ts';

/** What every query works with. */
export type QueryContext = {
  db: Db;
  rateFraction: Decimal;
  /** Sums of several currencies are shown in it too; null: they are not. */
  reportingCurrency: string | null;
  managingTenantId: string | null;
  now: string;
  actor: Actor;
  /** Hand it to every list, total and lookup: it keeps customers of one's own apart. */
  visible: Visibility;
};

/** Default deny: throws a Refusal unless somebody who holds the role asks. */
export async function queryContext(role: Role = 'Pec.Viewer'): Promise<QueryContext> {
  const actor = await requireActor(role);
  const { db } = await database();
  const { partner, azure } = config();
  return {
    db,
    rateFraction: partner.creditRate,
    reportingCurrency: partner.reportingCurrency,
    managingTenantId: azure?.identity.tenantId ?? null,
    now: new Date().toISOString(),
    actor,
    visible: actor.customers,
  };
}

/** The month asked for, else the newest that was judged, else the current one. */
export async function choosePeriod(
  context: QueryContext,
  asked: string | undefined,
): Promise<{ period: Period; periods: Period[] }> {
  const { db, now } = context;
  const judged = await keptAnswer(context, 'periods', () => listJudgedPeriods(db));
  const periods = judged.flatMap((text) => parsePeriod(text) ?? []);
  const period = (asked === undefined ? null : parsePeriod(asked)) ?? periods[0] ?? periodOf(dayOf(now));
  return { period, periods };
}
