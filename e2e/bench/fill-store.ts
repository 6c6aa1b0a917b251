import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '#lib/db/db.ts';

export type StoreSize = {
  customers: number;
  perCustomer: number;
  periods: readonly string[];
  managingTenantId: string;
};

/** Ids that tell what they are of; none is a random one. */
const idOf = (kind: string, index: SQL): SQL =>
  sql`('${sql.raw(kind)}-0000-4000-8000-' || lpad((${index})::text, 12, '0'))`;
const tenant = idOf('00000001', sql`c`);
const subscription = idOf('00000002', sql`s`);

const SUBJECTS = [
  'Alder',
  'Birch',
  'Cedar',
  'Doğan',
  'Élan',
  'Forsé',
  'Güler',
  'Høyer',
  '株式会社',
  'Zetter',
];
const textArray = (texts: readonly string[]): SQL =>
  sql`(array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[])`;
const pick = (texts: readonly string[], index: SQL): SQL =>
  sql`(${textArray(texts)})[1 + (${index}) % ${sql.raw(String(texts.length))}]`;

/** What a subscription is, by its number: the same in every month. */
const VERDICTS = ['earning', 'not-earning', 'partial', 'earning', 'unknown', 'not-applicable', 'earning'];
const CAUSES = [
  'earning',
  'role-not-earning',
  'no-access',
  'earning',
  'access-unread',
  'only-ineligible-products',
  'earning',
];
const CLASSES = [
  'EARNED',
  'ELIGIBLE_NOT_EARNED',
  'EARNED',
  'EARNED',
  'UNCLASSIFIED',
  'INELIGIBLE_MARKETPLACE',
  'EARNED',
];
const ACCESS = ['covered', 'not-covered', 'partly', 'covered', 'unknown', 'covered', 'covered'];
const CREDIT = ['credited', 'not-credited', 'partly', 'credited', 'unknown', 'not-applicable', 'credited'];
const LINKED = ['yes', 'no', 'yes', 'automatic', 'unknown', 'yes', 'yes'];
const READ_AT = '2026-11-20T06:00:00Z';

const NET = sql`round((10 + s % 90 + (s % 13) * 7.31 + (d % 7))::numeric, 2)`;

const subscriptions = ({ customers, perCustomer }: StoreSize): SQL =>
  sql`(select s, 1 + (s - 1) / ${sql.raw(String(perCustomer))} as c
    from generate_series(1, ${sql.raw(String(customers * perCustomer))}) as s) as every_one`;

const lists = (size: StoreSize): SQL[] => [
  sql`insert into customers (tenant_id, display_name, domain, billing_account_name, billing_customer_id, first_seen_at, synced_at)
    select ${tenant}, ${pick(SUBJECTS, sql`c * 7`)} || ' ' || ${pick(['Health', 'Retail', 'Foods', 'Energy'], sql`c / 3`)} || ' ' || c,
      'customer' || c || '.example', 'account', 'customer-' || c, ${READ_AT}::timestamptz, ${READ_AT}::timestamptz
    from generate_series(1, ${sql.raw(String(size.customers))}) as c`,
  ...['delegations', 'role-assignments', 'customer-subscriptions', 'gdap'].map(
    (
      source,
    ) => sql`insert into source_reads (source, tenant_id, period, scope, current_read_id, as_of, rows, way, attempted_at, outcome, failure)
    select ${source}, ${tenant}, '', '', ${idOf('00000010', sql`c`)}::uuid, ${READ_AT}::timestamptz, 5, 'list', ${READ_AT}::timestamptz,
      case when c % 50 = 0 then 'forbidden' else 'done' end,
      case when c % 50 = 0 then '{"kind":"forbidden","message":"Azure refused","missingRight":"Reader","status":403,"code":"AuthorizationFailed"}'::jsonb end
    from generate_series(1, ${sql.raw(String(size.customers))}) as c`,
  ),
];

const costDays = (period: string): SQL => sql`(select tenant_id, subscription_id, currency, cost_class, each.*
  from daily_costs, unnest(days, net, net_usd, credit) as each (day, net, net_usd, credit)
  where read_id = md5(${period})::uuid) as cost_days`;

const month = (size: StoreSize, period: string): SQL[] => [
  sql`insert into source_reads (source, tenant_id, period, scope, current_read_id, as_of, rows, way, attempted_at, outcome)
    values ('costs', '', ${period}, 'profile', md5(${period})::uuid, ${READ_AT}::timestamptz, 1, 'report-profile', ${READ_AT}::timestamptz, 'done')`,
  sql`insert into cost_covers (period, tenant_id, kind, read_tenant_id, scope)
    select ${period}, ${tenant}, kind, '', 'profile'
    from generate_series(1, ${sql.raw(String(size.customers))}) as c, (values ('daily'), ('grouped')) as kinds (kind)`,
  sql`insert into customer_verdicts (tenant_id, period, verdict, main_cause, as_of, judged_at)
    select ${tenant}, ${period}, ${pick(VERDICTS, sql`c`)}, ${pick(CAUSES, sql`c`)}, ${READ_AT}::timestamptz, ${READ_AT}::timestamptz
    from generate_series(1, ${sql.raw(String(size.customers))}) as c`,
  sql`insert into subscription_verdicts (subscription_id, period, tenant_id, display_name, state, offer, linked, linked_how, access,
      credit, verdict, basis, cause, also_causes, paths, as_of, judged_at)
    select ${subscription}, ${period}, ${tenant}, ${pick(['Production', 'Test', 'Data', 'Platform', 'Web'], sql`s`)} || ' ' || s, 'Enabled',
      'MS-AZR-0017G', ${pick(LINKED, sql`s`)}, 'own-token', ${pick(ACCESS, sql`s`)}, ${pick(CREDIT, sql`s`)}, ${pick(VERDICTS, sql`s`)},
      'both', ${pick(CAUSES, sql`s`)}, '[]', ('[' || ${PATH} || ',' || ${PATH} || ']')::jsonb, ${READ_AT}::timestamptz, ${READ_AT}::timestamptz
    from ${subscriptions(size)}`,
  sql`insert into daily_costs (read_id, tenant_id, subscription_id, currency, cost_class, days, net, net_usd, credit)
    select md5(${period})::uuid, ${tenant}, ${subscription}, case when c % 9 = 0 then 'SEK' else 'EUR' end, cost_class,
      array_agg(${`${period}-01`}::date + d order by d), array_agg(${NET} order by d), array_agg(${NET} * 1.1 order by d),
      array_agg(case when cost_class = 'EARNED' then round(${NET} * 0.15 / 0.85, 6) else 0 end order by d)
    from ${subscriptions(size)},
      generate_series(0, extract(day from (${`${period}-01`}::date + interval '1 month - 1 day'))::int - 1) as d,
      lateral (select distinct unnest(array[${pick(CLASSES, sql`s`)}, case when s % 4 = 0 then 'INELIGIBLE_MARKETPLACE' end]) as cost_class) as classes
    where cost_class is not null group by c, s, cost_class`,
  sql`insert into monthly_costs (period, tenant_id, subscription_id, currency, cost_class, net, net_usd, credit)
    select ${period}, tenant_id, subscription_id, currency, cost_class, sum(net), sum(net_usd), sum(credit)
    from ${costDays(period)} group by tenant_id, subscription_id, currency, cost_class`,
  sql`insert into monthly_grouped_costs (read_id, period, tenant_id, subscription_id, "grouping", currency, cost_class, names, net, net_usd, credit)
    select md5(${period})::uuid, period, tenant_id, subscription_id, grouped, currency, cost_class,
      array[${pick(['web', 'data', 'platform', 'shared'], sql`length(display)`)}], array[net], array[net_usd], array[credit]
    from (select monthly_costs.*, right(subscription_id, 2) || repeat('x', right(subscription_id, 1)::int) as display from monthly_costs where period = ${period}) as sums,
      (values ('resource-group'), ('service')) as groupings (grouped)`,
];

/** What saving verdicts keeps beside them; every row made here has its dollars. */
const rollUps = (period: string): SQL[] => [
  sql`insert into customer_costs (period, tenant_id, currency, cost_class, net, credit)
    select period, tenant_id, currency, cost_class, sum(net), sum(credit)
    from monthly_costs where period = ${period} group by 1, 2, 3, 4`,
  ...['tenant_id', 'tenant_id, subscription_id'].map(
    (
      keys,
    ) => sql`update ${sql.raw(keys === 'tenant_id' ? 'customer_verdicts' : 'subscription_verdicts')} as held
      set order_cost = sums.cost, order_missed = sums.missed
      from (select ${sql.raw(keys)}, sum(net_usd) as cost,
          coalesce(sum(net_usd) filter (where cost_class in ('ELIGIBLE_NOT_EARNED', 'UNCLASSIFIED', 'CREDIT_UNKNOWN')), 0) as missed
        from monthly_costs where period = ${period} group by ${sql.raw(keys)}) as sums
      where held.period = ${period} and ${sql.raw(
        keys
          .split(', ')
          .map((key) => `held.${key} = sums.${key}`)
          .join(' and '),
      )}`,
  ),
  sql`update customer_verdicts as held set order_credit = sums.credit,
      order_coverage = case when sums.credited + sums.uncredited <> 0 then round(sums.credited / (sums.credited + sums.uncredited), 4) end
    from (select tenant_id, sum(credit) as credit,
        coalesce(sum(net + credit) filter (where cost_class = 'EARNED'), 0) as credited,
        coalesce(sum(net) filter (where cost_class in ('ELIGIBLE_NOT_EARNED', 'UNCLASSIFIED', 'CREDIT_UNKNOWN')), 0) as uncredited
      from monthly_costs where period = ${period} group by 1) as sums
    where held.period = ${period} and held.tenant_id = sums.tenant_id`,
  sql`update customer_verdicts as held set days = made.days
    from (select tenant_id, jsonb_agg(jsonb_build_object('day', day, 'currency', currency, 'costClass', cost_class,
          'net', net::text, 'credit', credit::text) order by day) as days
      from (select tenant_id, day::text, currency, cost_class, sum(net) as net, sum(credit) as credit
        from ${costDays(period)} group by 1, 2, 3, 4) as sums group by tenant_id) as made
    where held.period = ${period} and held.tenant_id = made.tenant_id`,
  sql`insert into partner_days (period, shard, day, currency, cost_class, net, credit, untold_net, untold, parts)
    select ${period}, 0, day::text, currency, cost_class, sum(net), sum(credit), 0, 0, count(distinct tenant_id)
    from ${costDays(period)} group by day, currency, cost_class`,
];

/** Of the length that a stored path has. */
const PATH = sql`'{"kind":"lighthouse","scope":"/subscriptions/' || ${subscription} || '","earns":"yes","owner":"us","because":null,"permanent":true,"principalId":"' || ${tenant}
  || '","roleDefinitionId":"b24988ac-6180-42a0-ab88-20f7382dd24c","origin":"template","readAt":"2026-11-20T06:00:00.000Z","sourceId":"/subscriptions/' || ${subscription} || '/providers/x","link":null}'`;

const findings = (size: StoreSize, period: string): SQL[] => [
  sql`insert into findings (id, tenant_id, subscription_id, cause, state, leads, verdict, since, opened_at, judged_at, weight)
    select ${idOf('00000020', sql`s`)}::uuid, ${tenant}, ${subscription}, ${pick(CAUSES, sql`s`)}, ${pick(['open', 'open', 'in-progress', 'waiting'], sql`s / 7`)}, 'yes',
      ${pick(VERDICTS, sql`s`)}, ${`${period}-01`}, ${READ_AT}::timestamptz, ${READ_AT}::timestamptz, (s * 7919) % 10007
    from ${subscriptions(size)} where s % 7 in (1, 2, 4)`,
  sql`insert into finding_months (tenant_id, subscription_id, period, finding_id)
    select tenant_id, subscription_id, ${period}, id from findings`,
];

/** Delegations of two roles to identities of ours on every subscription, in one bulk read. */
const access = (size: StoreSize): SQL[] => [
  sql`insert into source_reads (source, tenant_id, period, scope, current_read_id, as_of, rows, way, attempted_at, outcome)
    values ('delegations', '', '', '', md5('delegations')::uuid, ${READ_AT}::timestamptz, 1, 'resource-graph', ${READ_AT}::timestamptz, 'done'),
      ('identities', '', '', '', md5('identities')::uuid, ${READ_AT}::timestamptz, 40, null, ${READ_AT}::timestamptz, 'done'),
      ('partner-links', '', '', '', md5('links')::uuid, ${READ_AT}::timestamptz, 40, null, ${READ_AT}::timestamptz, 'done')`,
  sql`insert into subscription_reads (read_id, subscription_id, via)
    select md5('delegations')::uuid, ${subscription}, 'managing-tenant' from ${subscriptions(size)}`,
  sql`insert into delegations (read_id, id, tenant_id, subscription_id, definition_id, definition_found, managed_by_tenant_id, provisioning_state)
    select md5('delegations')::uuid, 'd' || s, ${tenant}, ${subscription}, 'definition', true, ${size.managingTenantId}, 'Succeeded' from ${subscriptions(size)}`,
  sql`insert into authorizations (read_id, delegation_id, position, just_in_time, principal_id, role_definition_id)
    select md5('delegations')::uuid, 'd' || s, position, false, ${idOf('00000003', sql`(s + position * 11) % 40`)}, ${pick(['b24988ac-6180-42a0-ab88-20f7382dd24c', 'acdd72a7-3385-48ef-bd42-f606fba81ae7'], sql`position`)}
    from ${subscriptions(size)}, generate_series(0, 1) as position`,
  sql`insert into identities (read_id, tenant_id, principal_id, type, display_name, enabled)
    select md5('identities')::uuid, ${size.managingTenantId}, ${idOf('00000003', sql`p`)}, 'service-principal', 'Automation ' || p, true from generate_series(0, 39) as p`,
  sql`insert into partner_links (read_id, tenant_id, principal_id, how, credential, checked_at, linked, partner_id)
    select md5('links')::uuid, ${size.managingTenantId}, ${idOf('00000003', sql`p`)}, 'link-credential', 'c' || p, now(), p % 3 <> 0, case when p % 3 <> 0 then '5001002' end
    from generate_series(0, 39) as p`,
];

/** Fills an empty, migrated store with what syncs would have stored; for benchmarks only. */
export async function fillStore(db: Db, size: StoreSize, said: (text: string) => void): Promise<void> {
  const run = async (statements: readonly SQL[]): Promise<void> => {
    for (const statement of statements) await db.execute(statement);
  };
  await run(lists(size));
  await run(access(size));
  for (const period of size.periods) {
    // What was never looked at is joined row by row.
    await run([...month(size, period), sql`analyze`, ...rollUps(period)]);
    said(`${period} filled`);
  }
  const newest = size.periods.at(-1);
  if (newest !== undefined) await run(findings(size, newest));
  await db.execute(sql`vacuum analyze`);
}
