import type { SupportCase, SupportRoute } from './support-case.ts';

const ROUTES: Record<SupportRoute, string> = {
  'partner-center-billing': 'Partner Center, Help + support, billing',
  'indirect-provider': 'your indirect provider, who opens the case: resellers cannot',
};

/** The evidence as text to paste into a case. */
export function formatSupportCase(pack: SupportCase): string {
  const { daysAffected: days } = pack;
  const span = days.length === 0 ? 'none yet' : `${days.length} (${days[0]} to ${days.at(-1)})`;
  return [
    'Partner earned credit is missing although access was in place for whole days.',
    '',
    `Route: ${ROUTES[pack.route]}`,
    `Not before: ${pack.notBefore ?? 'the first whole day without credit is settled'}`,
    `Subscription (EntitlementId): ${pack.subscriptionId}`,
    `Customer tenant: ${pack.customerTenantId}`,
    `Days affected (UTC): ${span}`,
    ...(pack.enrolmentMovedAt === null ? [] : [`Our enrolment moved: ${pack.enrolmentMovedAt}`]),
    '',
    'Cost of these days:',
    ...pack.amounts.map(
      ({ day, currency, costClass, net, credit }) =>
        `  ${day}  ${costClass}  net ${net} ${currency}  credit ${credit ?? 'not told'}`,
    ),
    '',
    'Agent groups of the managing tenant:',
    ...pack.agentGroups.map(({ id, name }) => `  ${name}  ${id}`),
    '',
    ...section('Delegations (registrationAssignments)', pack.delegations),
    ...section('Role assignments', pack.roleAssignments),
    ...section('Partner links (managementpartner show)', pack.partnerLinks),
    ...section('Billing transfers', pack.transfers),
    'To attach by hand:',
    ...pack.attachByHand.map((one) => `  - ${one}`),
    '',
  ].join('\n');
}

const section = (title: string, value: unknown): string[] => [
  `${title}:`,
  value === null ? '  not read' : JSON.stringify(value, null, 2),
  '',
];
