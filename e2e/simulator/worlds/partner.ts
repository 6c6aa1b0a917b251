import { guidOf } from './seeded.ts';
import type {
  Application,
  DirectoryObject,
  MembershipSchedule,
  PartnerLink,
  ServicePrincipal,
  Tenant,
  User,
} from './types.ts';

/** The partner who runs the product, and what its directory holds. The same for every seed. */
export const MANAGING_TENANT_ID = guidOf('managing tenant');

export const MANAGING_TENANT = { tenantId: MANAGING_TENANT_ID, name: 'Halvorsen Cloud Partners' };

export const PARTNER_IDS = ['4519872', '4519873'] as const;
export const PARTNER_GLOBAL_ID = '4519871';
export const BILLING_ACCOUNT_NAME = `${guidOf('billing account')}:${guidOf('billing owner')}_2019-05-31`;

const DOMAIN = 'halvorsencloud.example';

const APPLICATION_NAMES = {
  pecboard: 'Pecboard',
  'sp-linked': 'Partner link (Halvorsen)',
  'sp-unlinked': 'Deployment pipeline',
  'sp-other-org': 'Acquired team automation',
  'sp-global': 'Legacy onboarding',
  'sp-other-location': 'Partner link (Tromsø)',
  'sp-on-call': 'On-call automation',
  'sp-leaver': 'Retired operations account',
  'sp-regional': 'Regional operations',
} as const;

export type ApplicationKey = keyof typeof APPLICATION_NAMES;

const isApplication = (key: string): key is ApplicationKey => key in APPLICATION_NAMES;
const APPLICATION_KEYS = Object.keys(APPLICATION_NAMES).filter(isApplication);

const application = (key: ApplicationKey): Application => ({
  appId: guidOf('application', key),
  displayName: APPLICATION_NAMES[key],
  secret: `simulated-${guidOf('secret', key)}`,
});

export const APPLICATIONS: Readonly<Record<ApplicationKey, Application>> = {
  pecboard: application('pecboard'),
  'sp-linked': application('sp-linked'),
  'sp-unlinked': application('sp-unlinked'),
  'sp-other-org': application('sp-other-org'),
  'sp-global': application('sp-global'),
  'sp-other-location': application('sp-other-location'),
  'sp-on-call': application('sp-on-call'),
  'sp-leaver': application('sp-leaver'),
  'sp-regional': application('sp-regional'),
};

export type Principal =
  | ApplicationKey
  | 'azure-engineers'
  | 'field-engineers'
  | 'deployment-identities'
  | 'on-call'
  | 'migration-team'
  | 'service-leads'
  | 'admin-agents'
  | 'helpdesk-agents';

const GROUP_NAMES = {
  'azure-engineers': 'Azure Engineers',
  'field-engineers': 'Field Engineers',
  'deployment-identities': 'Deployment Identities',
  'on-call': 'On-call Operations',
  'migration-team': 'Migration Team',
  'service-leads': 'Service Leads',
  'admin-agents': 'AdminAgents',
  'helpdesk-agents': 'HelpdeskAgents',
} as const;

type GroupKey = keyof typeof GROUP_NAMES;

const isGroup = (key: string): key is GroupKey => key in GROUP_NAMES;

export const principalId = (key: Principal): string => guidOf('managing principal', key);

export const principalName = (key: Principal): string =>
  isApplication(key) ? APPLICATIONS[key].displayName : GROUP_NAMES[key];

const PEOPLE = [
  ['Astrid Lindqvist', 'azure-engineers'],
  ['Owen Carrick', 'azure-engineers'],
  ['Beatriz Nogueira', 'azure-engineers'],
  ['Tomasz Wilk', 'azure-engineers'],
  ['Ingrid Solheim', 'field-engineers'],
  ['Pádraig Nolan', 'field-engineers'],
  ['Chiara Bellandi', 'field-engineers'],
  ['Solveig Aas', 'service-leads'],
  ['Yusuf Demirci', 'admin-agents'],
  ['Marguerite Delorme', 'admin-agents'],
  ['Ravi Subramaniam', 'helpdesk-agents'],
] as const;

export const personId = (displayName: string): string => guidOf('managing person', displayName);

function person(displayName: string): User {
  const plain = displayName.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.');
  return {
    kind: 'user',
    id: personId(displayName),
    displayName,
    userPrincipalName: `${plain}@${DOMAIN}`,
    mail: `${plain}@${DOMAIN}`,
    // A leaver who is still in the group, as every directory has one.
    accountEnabled: displayName !== 'Tomasz Wilk',
    userType: 'Member',
  };
}

function servicePrincipal(key: ApplicationKey): ServicePrincipal {
  const { appId, displayName } = APPLICATIONS[key];
  return {
    kind: 'servicePrincipal',
    id: principalId(key),
    displayName,
    appId,
    appOwnerOrganizationId: MANAGING_TENANT_ID,
    accountEnabled: true,
    graphRoles: key === 'pecboard' ? GRAPH_ROLES : [],
  };
}

const GRAPH_ROLES = [
  'GroupMember.Read.All',
  'User.Read.All',
  'Application.Read.All',
  'DelegatedAdminRelationship.Read.All',
  'PrivilegedAssignmentSchedule.Read.AzureADGroup',
  'PrivilegedEligibilitySchedule.Read.AzureADGroup',
];

/** Enough people for a group of two pages in Graph. */
const AGENT_COUNT = 104;

function managingObjects(): DirectoryObject[] {
  const people = PEOPLE.map(([name, group]) => ({ group, user: person(name) }));
  const agents = Array.from({ length: AGENT_COUNT }, (_, index) => person(`Service Desk Agent ${index + 1}`));
  const idsOf = (key: GroupKey): string[] =>
    people.filter(({ group }) => group === key).map(({ user }) => user.id);
  const members: Record<GroupKey, string[]> = {
    'azure-engineers': [...idsOf('azure-engineers'), principalId('sp-linked')],
    'field-engineers': idsOf('field-engineers'),
    'deployment-identities': [principalId('sp-unlinked')],
    // Its one linked member may only be made active for a time.
    'on-call': [principalId('sp-unlinked')],
    'service-leads': idsOf('service-leads'),
    'migration-team': [principalId('sp-linked'), principalId('sp-unlinked')],
    'admin-agents': idsOf('admin-agents'),
    'helpdesk-agents': [...idsOf('helpdesk-agents'), ...agents.map(({ id }) => id)],
  };
  const groups = Object.keys(GROUP_NAMES)
    .filter(isGroup)
    .map((key) => ({
      kind: 'group' as const,
      id: principalId(key),
      displayName: GROUP_NAMES[key],
      memberIds: members[key],
    }));
  const applications = APPLICATION_KEYS.filter((key) => key !== 'sp-leaver').map(servicePrincipal);
  return [...people.map(({ user }) => user), ...agents, ...groups, ...applications];
}

export function managingTenant(): Tenant {
  return {
    tenantId: MANAGING_TENANT_ID,
    displayName: 'Halvorsen Cloud Partners',
    domain: DOMAIN,
    objects: new Map(managingObjects().map((object) => [object.id, object])),
    membershipSchedules: MEMBERSHIP_SCHEDULES,
  };
}

const schedule = (group: GroupKey, member: string, kind: MembershipSchedule['kind']): MembershipSchedule => ({
  id: `${principalId(group)}_member_${guidOf('membership', group, member)}`,
  groupId: principalId(group),
  principalId: member,
  kind,
  startDateTime: '2024-02-20T07:30:00Z',
  endDateTime: null,
});

const MEMBERSHIP_SCHEDULES: readonly MembershipSchedule[] = [
  schedule('on-call', principalId('sp-on-call'), 'eligible'),
  schedule('migration-team', principalId('sp-linked'), 'assigned'),
  schedule('migration-team', principalId('sp-unlinked'), 'assigned'),
  schedule('service-leads', personId('Solveig Aas'), 'assigned'),
];

type LinkFacts = { partnerId: string; partnerName: string; tenantId?: string; objectId?: string };

export const partnerLink = (
  key: ApplicationKey,
  { partnerId, partnerName, tenantId = MANAGING_TENANT_ID, objectId = principalId(key) }: LinkFacts,
): PartnerLink => ({
  tenantId,
  objectId,
  partnerId,
  partnerName,
  version: 3,
  createdTime: '2024-02-05T08:41:17.1038442Z',
  updatedTime: '2024-02-19T13:02:55.90714Z',
});

const BERGEN = { partnerId: PARTNER_IDS[0], partnerName: 'Halvorsen Cloud Partners Bergen' };

export const PARTNER_LINKS: readonly PartnerLink[] = [
  partnerLink('sp-linked', BERGEN),
  partnerLink('sp-other-org', { partnerId: '6730145', partnerName: 'Tidewater Managed Services' }),
  partnerLink('sp-global', { partnerId: PARTNER_GLOBAL_ID, partnerName: 'Halvorsen Cloud Partners' }),
  partnerLink('sp-other-location', {
    partnerId: PARTNER_IDS[1],
    partnerName: 'Halvorsen Cloud Partners Tromsø',
  }),
  partnerLink('sp-on-call', BERGEN),
];

/** The identities whose link the product may read in our own tenant. */
export const LINK_KEYS: readonly ApplicationKey[] = [
  'sp-linked',
  'sp-unlinked',
  'sp-other-org',
  'sp-global',
  'sp-other-location',
  'sp-on-call',
  'sp-regional',
];
