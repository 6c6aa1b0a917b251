import type { Cause } from './causes.ts';
import { unread, type Facts, type Read } from './evidence.ts';
import type { PartnerLink } from './facts.ts';
import type { AccessPath } from './paths/access-path.ts';
import type { Instant } from './periods.ts';
import { RULES, SOURCE_DOCUMENTS, type FactName } from './rules.ts';
import type { UnreadReason } from './statuses.ts';

/** One fact behind a rule: when and how it was read, or why it was not and which right would show it. */
export type FactEvidence = { fact: string } & (
  | { state: 'read'; at: Instant; way: string | null }
  | { state: 'unread'; reason: UnreadReason; missingRight: string | null }
);

/** One rule that fired, with the page it comes from. */
export type RuleEvidence = {
  rule: Cause;
  document: string;
  documentDate: string;
  /** The rule is ours, not Microsoft's. */
  inferred: boolean;
  facts: readonly FactEvidence[];
};

export const evidenceOf = (
  causes: readonly Cause[],
  facts: Facts,
  paths: readonly AccessPath[],
): RuleEvidence[] =>
  causes.map((rule) => {
    const { document, facts: names, inferred } = RULES[rule];
    const { title, date } = SOURCE_DOCUMENTS[document];
    return {
      rule,
      document: title,
      documentDate: date,
      inferred: inferred === true,
      facts: names.flatMap((name) => FACTS[name](facts, paths)),
    };
  });

const shown = (fact: string, held: Read<unknown>, way: string | null = null): FactEvidence =>
  held.state === 'read'
    ? { fact, state: 'read', at: held.at, way }
    : { fact, state: 'unread', reason: held.reason, missingRight: held.missingRight };

const FACTS: Record<FactName, (facts: Facts, paths: readonly AccessPath[]) => FactEvidence[]> = {
  access: ({ subscription, managing }) => [
    shown('delegations', subscription.delegations),
    shown('role-assignments', subscription.roleAssignments),
    shown('agent-groups', managing.agentGroups),
  ],
  links: linkEvidence,
  cost: ({ subscription }) => [shown('costs', subscription.costs, subscription.costWay)],
  groups: ({ subscription }) => [
    shown('costs by resource group', subscription.groupedCosts, subscription.costWay),
  ],
  billing: ({ subscription }) => [
    shown('billing-subscriptions', subscription.billing),
    shown('billing-transfers', subscription.transfers),
  ],
  people: ({ managing, customer }, paths) => [
    shown('identities', managing.identities),
    shown('group-schedules', managing.membershipSchedules),
    shown('customer-identities', customer.identities),
    ...(paths.some(isByCustomersGroup)
      ? [shown("schedules of the customer's own groups", unread('not-asked'))]
      : []),
  ],
  offers: ({ customer }) => [shown('marketplace-offers', customer.marketplaceOffers)],
  denies: ({ subscription }) => [shown('deny-assignments', subscription.denyAssignments)],
  gdap: ({ customer }) => [shown('gdap', customer.gdap)],
};

const isByCustomersGroup = ({ kind, candidates }: AccessPath): boolean =>
  kind === 'direct' && candidates.some(({ throughGroup }) => throughGroup !== null);

/** Each identity of the subscription whose link was asked for. */
function linkEvidence({ managing, customer }: Facts, paths: readonly AccessPath[]): FactEvidence[] {
  const links = new Map<string, PartnerLink>();
  for (const { candidates } of paths)
    for (const { link } of candidates) if (link !== null) links.set(link.principalId, link);
  if (links.size === 0)
    return [{ fact: 'partner-links', state: 'unread', reason: 'not-visible', missingRight: null }];
  const nameOf = ({ principalId, tenantId, displayName }: PartnerLink): string | null => {
    const { identities } = tenantId === customer.tenantId ? customer : managing;
    const known = identities.state === 'read' ? identities.value.get(principalId) : undefined;
    return known?.displayName ?? displayName;
  };
  return [...links.values()].map((link) => {
    const name = nameOf(link);
    const { principalId, checkedAt, how } = link;
    const fact = `partner-link of ${name === null ? principalId : `${name} (${principalId})`}`;
    return { fact, state: 'read', at: checkedAt, way: how };
  });
}
