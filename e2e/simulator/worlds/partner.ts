import { guidOf } from './seeded.ts';
import type { Application, DirectoryObject, PartnerLink, ServicePrincipal, Tenant, User } from './types.ts';

/** The partner who runs the product, and what its directory holds. The same for every seed. */
export const MANAGING_TENANT_ID = guidOf('managing tenant');

export const PARTNER_IDS = ['4519872', '4519873'] as const;
export const PARTNER_GLOBAL_ID = '4519871';
export const BILLING_ACCOUNT_NAME = `${guidOf('billing account')}:${guidOf('billing owner')}_2019-05-31`;

const DOMAIN = 'halvorsencloud.example';

type ApplicationKey = 'pecboard' | 'sp-linked' | 'sp-unlinked' | 'sp-other-org';

export const APPLICATIONS: Readonly<Record<ApplicationKey, Application>> = {
  pecboard: application('pecboard', 'Pecboard'),
  'sp-linked': application('sp-linked', 'Partner link (Halvorsen)'),
  'sp-unlinked': application('sp-unlinked', 'Deployment pipeline'),
  'sp-other-org': application('sp-other-org', 'Acquired team automation'),
};

function application(key: ApplicationKey, displayName: string): Application {
  return { appId: guidOf('application', key), displayName, secret: `simulated-${guidOf('secret', key)}` };
}

export type Principal =
  | ApplicationKey
  | 'azure-engineers'
  | 'field-engineers'
  | 'admin-agents'
  | 'helpdesk-agents';

const GROUP_NAMES = {
  'azure-engineers': 'Azure Engineers',
  'field-engineers': 'Field Engineers',
  'admin-agents': 'AdminAgents',
  'helpdesk-agents': 'HelpdeskAgents',
} as const;

type GroupKey = keyof typeof GROUP_NAMES;

const isGroup = (key: string): key is GroupKey => key in GROUP_NAMES;
const isApplication = (key: string): key is ApplicationKey => key in APPLICATIONS;

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
  ['Yusuf Demirci', 'admin-agents'],
  ['Marguerite Delorme', 'admin-agents'],
  ['Ravi Subramaniam', 'helpdesk-agents'],
] as const;

function person(displayName: string): User {
  const plain = displayName.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.');
  return {
    kind: 'user',
    id: guidOf('managing person', displayName),
    displayName,
    userPrincipalName: `${plain}@${DOMAIN}`,
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
    graphRoles: key === 'pecboard' ? ['GroupMember.Read.All', 'User.Read.All', 'Application.Read.All'] : [],
  };
}

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
  const applications = Object.keys(APPLICATIONS).filter(isApplication).map(servicePrincipal);
  return [...people.map(({ user }) => user), ...agents, ...groups, ...applications];
}

export function managingTenant(): Tenant {
  return {
    tenantId: MANAGING_TENANT_ID,
    displayName: 'Halvorsen Cloud Partners',
    domain: DOMAIN,
    objects: new Map(managingObjects().map((object) => [object.id, object])),
  };
}

function link(key: ApplicationKey, partnerId: string, partnerName: string): PartnerLink {
  return {
    tenantId: MANAGING_TENANT_ID,
    objectId: principalId(key),
    partnerId,
    partnerName,
    version: 3,
    createdTime: '2024-02-05T08:41:17.1038442Z',
    updatedTime: '2024-02-19T13:02:55.90714Z',
  };
}

export const PARTNER_LINKS: readonly PartnerLink[] = [
  link('sp-linked', PARTNER_IDS[0], 'Halvorsen Cloud Partners Bergen'),
  link('sp-other-org', '6730145', 'Tidewater Managed Services'),
];
