import 'server-only';
import { includesRole } from '#lib/auth/roles.ts';
import { config } from '#lib/config.ts';
import { setupCommands, type SetupNames } from '#lib/core/setup-commands.ts';
import { SETUP_SOURCES } from '#lib/core/setup-sources.ts';
import {
  decideSetup,
  HIDES,
  isMissing,
  maySetAside,
  nextStep,
  type SetupFacts,
  type SetupItem as DecidedItem,
} from '#lib/core/setup-steps.ts';
import { isUnderWay } from '#lib/core/sync-run.ts';
import { listCostWays } from '#lib/db/cost-ways.ts';
import type { Db } from '#lib/db/db.ts';
import {
  countHiddenValues,
  countRefusedCustomers,
  countUnreadLinks,
  type HiddenValues,
} from '#lib/db/hidden-values.ts';
import { listRuns } from '#lib/db/runs.ts';
import { listSetAside } from '#lib/db/set-aside-steps.ts';
import { getCompleteness } from './completeness.ts';
import { choosePeriod, queryContext, type QueryContext } from './context.ts';
import { keptAnswer, keptFor } from './kept-answers.ts';
import type { Setup, SetupItem } from './schemas/setup.ts';
import type { Completeness } from './schemas/shared.ts';

const RUNS_LOOKED_AT = 10;
const CUSTOMERS_NAMED = 3;
/** A sync writes many times a second, and what it changes in these counts is no news. */
const COUNTS_STAND_MS = 30_000;

/** What is connected, what to connect next, and what each missing right hides. */
export async function getSetup(): Promise<Setup> {
  const context = await queryContext();
  const { period } = await choosePeriod(context, undefined);
  const completeness = await getCompleteness(context, period);
  const decided = decideSetup(await factsOf(context, period, completeness));
  const aside = new Set(await listSetAside(context.db, context.actor.id));
  const names = includesRole(context.actor.roles, 'Pec.Admin') ? namesOf() : null;
  const hidden = await keptFor(context, `setup ${period} ${signatureOf(decided)}`, {
    leastMs: COUNTS_STAND_MS,
    make: () => countHidden(context, period, decided),
  });
  return {
    period,
    next: nextStep(decided),
    missing: decided.filter(isMissing).length,
    items: decided.map(({ step, state, refused }) => ({
      ...{ step, state, setAside: aside.has(step), maySetAside: maySetAside(step) },
      hidden: hidden.get(step)?.hidden ?? [],
      customers: customersOf(hidden.get(step)?.customers ?? null, refused, completeness),
      commands: names === null || state === 'done' ? [] : [...setupCommands(step, names)],
      source: SETUP_SOURCES[step],
    })),
  };
}

const signatureOf = (items: readonly DecidedItem[]): string => items.map(({ state }) => state).join(' ');

function namesOf(): SetupNames {
  const { azure } = config();
  return {
    managingTenantId: azure?.identity.tenantId ?? null,
    clientId: azure?.identity.clientId ?? null,
    authority: azure?.authorityHost ?? 'https://login.microsoftonline.com',
  };
}

async function factsOf(
  context: QueryContext,
  period: string,
  completeness: readonly Completeness[],
): Promise<SetupFacts> {
  const { db, visible } = context;
  const { azure, partner, signIn } = config();
  return {
    azure: azure !== null,
    partnerIds: partner.partnerIds.length,
    partnerType: partner.type !== null,
    signIn: signIn !== null,
    sync: await syncOf(context, completeness),
    sources: completeness.map(({ source, status, expected, read, failed, failures }) => ({
      ...{ source, status, expected, read, failed },
      refused: failures.some(({ missingRight }) => missingRight !== null),
    })),
    costWays: await keptAnswer(context, 'cost ways', () => costWaysOf(db)),
    unreadLinks: await keptAnswer(context, `unread links ${period}`, () =>
      countUnreadLinks(db, { period, visible }),
    ),
  };
}

/** Of every profile and customer: as many as the partner has. */
const costWaysOf = async (db: Db): Promise<SetupFacts['costWays']> =>
  (await listCostWays(db)).map(({ way, permitted }) => ({ way, permitted }));

/** Files alone bring cost: of Azure nothing is read yet. */
async function syncOf(
  { db, visible }: QueryContext,
  completeness: readonly Completeness[],
): Promise<SetupFacts['sync']> {
  const asked = completeness.filter(({ source, status }) => source !== 'costs' && status !== 'never');
  if (asked.some(({ read }) => read > 0)) return 'done';
  const { runs } = await listRuns(db, { limit: RUNS_LOOKED_AT, offset: 0 }, visible);
  const full = runs.filter(({ kind }) => kind === 'full');
  if (full.some(({ status }) => isUnderWay(status))) return 'under-way';
  return full.length === 0 ? 'never' : 'failed';
}

type Hidden = Pick<SetupItem, 'hidden'> & { customers: number | null };

async function countHidden(
  { db, visible }: QueryContext,
  period: string,
  items: readonly DecidedItem[],
): Promise<Map<DecidedItem['step'], Hidden>> {
  const found = new Map<DecidedItem['step'], Hidden>();
  const asked = { period, visible };
  let ofAll: HiddenValues | null = null;
  for (const { step, refused } of items.filter(isMissing)) {
    const of = refused.length === 0 ? null : await countRefusedCustomers(db, asked, refused);
    const ofSome = of !== null && !of.shared;
    const columns = HIDES[step];
    if (!ofSome && columns.length > 0) ofAll ??= await countHiddenValues(db, asked, null);
    const values = ofSome && columns.length > 0 ? await countHiddenValues(db, asked, refused) : ofAll;
    found.set(step, {
      hidden: columns.flatMap((column) => {
        const subscriptions = values?.[column] ?? 0;
        return subscriptions === 0 ? [] : [{ column, subscriptions }];
      }),
      customers: ofSome ? of.customers : null,
    });
  }
  return found;
}

function customersOf(
  total: number | null,
  refused: readonly string[],
  completeness: readonly Completeness[],
): SetupItem['customers'] {
  if (total === null) return null;
  const named = new Map(
    completeness
      .filter(({ source }) => refused.includes(source))
      .flatMap(({ failures }) => failures)
      .flatMap(({ tenantId, displayName, missingRight }) =>
        tenantId === null || missingRight === null ? [] : [[tenantId, displayName ?? tenantId] as const],
      ),
  );
  const first = [...named].slice(0, CUSTOMERS_NAMED);
  return { total, first: first.map(([tenantId, displayName]) => ({ tenantId, displayName })) };
}
