import type { Cause } from './causes.ts';
import type { Facts } from './evidence.ts';
import type { Judgement } from './judge.ts';
import { decimalText } from './money.ts';
import { addDays, settlesAt, type Day, type Instant } from './periods.ts';

/** Causes that only Microsoft can explain (diagnosis.md section 8, 2026-11-21). */
export const SUPPORT_CAUSES: readonly Cause[] = [
  'access-good-cost-uncredited',
  'aobo-intact-cost-uncredited',
  'enrolment-moved-organisation',
];

export const SUPPORT_ROUTES = ['partner-center-billing', 'indirect-provider'] as const;
export type SupportRoute = (typeof SUPPORT_ROUTES)[number];

const WHOLE_DAYS = 3;

const uncreditedDays = ({ days }: Pick<Judgement, 'days'>): Day[] =>
  days
    .filter(({ cause, verdict }) => SUPPORT_CAUSES.includes(cause) && verdict !== 'pending')
    .map(({ day }) => day);

/** When three whole days without credit are settled; null while no day is without it. */
export function supportCaseDue(judgement: Pick<Judgement, 'days'>): Instant | null {
  const days = uncreditedDays(judgement);
  const [first] = days;
  if (first === undefined) return null;
  const third = days[WHOLE_DAYS - 1] ?? addDays(days.at(-1) ?? first, WHOLE_DAYS - days.length);
  return settlesAt(third);
}

/** What facts.md section 13 (2026-11-21) says is worth attaching, as data. */
export type SupportCase = {
  route: SupportRoute;
  notBefore: Instant | null;
  subscriptionId: string;
  customerTenantId: string;
  daysAffected: readonly Day[];
  amounts: { day: Day; currency: string; costClass: string; net: string; credit: string | null }[];
  delegations: unknown;
  roleAssignments: unknown;
  agentGroups: { id: string; name: string }[];
  partnerLinks: unknown[];
  transfers: unknown;
  enrolmentMovedAt: string | null;
  /** Lines with prices are in Microsoft's own files, which are attached by hand. */
  attachByHand: readonly string[];
};

/** The evidence pack of a subscription that Microsoft has to look at; null where there is nothing to ask. */
export function supportCaseOf(facts: Facts, judgement: Judgement): SupportCase | null {
  const causes = [judgement.cause, ...judgement.alsoCauses];
  if (!causes.some((cause) => SUPPORT_CAUSES.includes(cause))) return null;
  const { subscription, managing, customer, profile } = facts;
  const affected = new Set(uncreditedDays(judgement));
  const links = new Map(
    judgement.paths.flatMap(({ candidates }) =>
      candidates.flatMap(({ link }) => (link === null ? [] : [[link.principalId, link] as const])),
    ),
  );
  const { enrolmentMovedAt } = managing;
  return {
    route: profile.type === 'indirect-reseller' ? 'indirect-provider' : 'partner-center-billing',
    notBefore: supportCaseDue(judgement),
    subscriptionId: subscription.subscriptionId,
    customerTenantId: customer.tenantId,
    daysAffected: [...affected],
    amounts: judgement.days
      .filter(({ day }) => affected.has(day))
      .flatMap(({ day, amounts }) =>
        amounts.map(({ currency, costClass, net, credit }) => ({
          day,
          currency,
          costClass,
          net: decimalText(net),
          credit: credit === null ? null : decimalText(credit),
        })),
      ),
    delegations: subscription.delegations.state === 'read' ? subscription.delegations.value : null,
    roleAssignments:
      subscription.roleAssignments.state === 'read' ? subscription.roleAssignments.value : null,
    agentGroups:
      managing.agentGroups.state === 'read'
        ? managing.agentGroups.value.map(({ principalId, name }) => ({ id: principalId, name }))
        : [],
    partnerLinks: [...links.values()],
    transfers: subscription.transfers.state === 'read' ? subscription.transfers.value : null,
    enrolmentMovedAt: enrolmentMovedAt.state === 'read' ? enrolmentMovedAt.value : null,
    attachByHand: [
      'rated usage lines of these days with UnitPrice, EffectiveUnitPrice, PartnerEarnedCreditPercentage and CreditType',
      'newRoleAssignment.log, if granting access again failed',
    ],
  };
}
