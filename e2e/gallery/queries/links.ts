import { LINK_STATES, type Link, type LinkList, type LinksQuery } from '#lib/queries/schemas/links.ts';
import { CUSTOMERS, guid } from '../fixture-customers.ts';
import { completenessOf } from '../fixture-sources.ts';
import { chosenScenario } from './scenario.ts';

const READ_AT = '2026-11-21T04:12:00Z';

const made = (index: number, more: Partial<Link>): Link => ({
  principalId: guid(700, index),
  principalType: 'service-principal',
  displayName: `Contoso Ops ${index}`,
  enabled: true,
  tenantId: guid(900, 1),
  tenantName: null,
  managingTenant: true,
  state: 'linked',
  partnerId: '6131234',
  partnerName: 'Contoso Managed Services B.V.',
  ours: 'location',
  since: '2025-03-01T00:00:00Z',
  how: 'own-token',
  checkedAt: READ_AT,
  expiresAt: null,
  evidence: null,
  subscriptions: 0,
  earning: 0,
  alone: 0,
  carriesMuch: false,
  onlyThroughGroups: false,
  ...more,
});

const NO_LINK = { partnerId: null, partnerName: null, ours: null, since: null } as const;
const UNREAD = { ...NO_LINK, state: 'unknown', how: null, checkedAt: null } as const;
const inCustomer = (index: number) => ({
  tenantId: CUSTOMERS[index]?.tenantId ?? '',
  tenantName: CUSTOMERS[index]?.displayName ?? null,
  managingTenant: false,
});

const LINKS: Link[] = [
  made(1, { displayName: 'Contoso Ops', subscriptions: 41, earning: 38, alone: 22, carriesMuch: true }),
  made(2, {
    displayName: 'Katarzyna Wiśniewska-Kołodziejczyk (external contractor, infrastructure operations)',
    principalType: 'user',
    how: 'on-behalf-of',
    subscriptions: 6,
    earning: 6,
    alone: 1,
  }),
  made(3, {
    displayName: 'Jan de Vries',
    principalType: 'user',
    state: 'attested',
    how: 'attested',
    expiresAt: '2027-02-01T00:00:00Z',
    evidence: 'Screen picture of the portal page, sent by mail on 3 November',
    subscriptions: 2,
    earning: 2,
  }),
  made(4, { ...NO_LINK, displayName: 'Contoso Backup', state: 'not-linked', subscriptions: 9, earning: 4 }),
  made(5, {
    ...UNREAD,
    displayName: 'Contoso engineers',
    principalType: 'group',
    subscriptions: 12,
    earning: 12,
  }),
  made(6, {
    ...UNREAD,
    ...inCustomer(3),
    displayName: null,
    principalType: 'user',
    subscriptions: 1,
    earning: 1,
  }),
  made(7, { ...inCustomer(8), ours: 'other', partnerId: '5550001', subscriptions: 3, earning: 3 }),
  made(8, {
    displayName: 'Former engineer',
    principalType: 'user',
    enabled: false,
    ours: 'global',
    partnerId: '6131200',
    subscriptions: 1,
    earning: 1,
  }),
];

export async function getLinks(query: LinksQuery): Promise<LinkList> {
  const scenario = await chosenScenario();
  const all = scenario === 'empty' ? [] : LINKS;
  const items = all.filter(
    (link) =>
      (query.state === undefined || link.state === query.state) &&
      (query.where === undefined || link.managingTenant === (query.where === 'managing')) &&
      (link.displayName ?? '').toLowerCase().includes(query.q?.toLowerCase() ?? ''),
  );
  const counts = LINK_STATES.map((state) => [state, all.filter((link) => link.state === state).length]);
  return {
    items,
    nextCursor: null,
    offset: 0,
    version: '1',
    total: items.length,
    unfilteredTotal: all.length,
    // The keys are those of LINK_STATES.
    byState: Object.fromEntries(counts) as LinkList['byState'],
    served: 43,
    totalUses: {
      subscriptions: 44,
      earning: 43,
      alone: items.reduce((total, { alone }) => total + alone, 0),
    },
    heavy: { identities: 0, first: null },
    asOf: READ_AT,
    completeness: completenessOf(scenario).filter(({ source }) => source === 'partner-links'),
  };
}
