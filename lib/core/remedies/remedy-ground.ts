import type { Cause } from '../causes.ts';
import type { Facts } from '../evidence.ts';
import type { Identity } from '../facts.ts';
import type { PartnerId, PrincipalId, RoleDefinitionId, TenantId } from '../ids.ts';
import type { Judgement } from '../judge.ts';
import type { AccessPath } from '../paths/access-path.ts';
import { findListedRole } from '../roles.ts';
import type { StepValues } from './steps.ts';

/** What a remedy needs to know of its subscription. */
export type RemedyGround = {
  facts: Facts;
  cause: Cause;
  /** The path that fails by this cause, else the first of ours. */
  path: AccessPath | null;
  /** The identity to be linked or authorised; null where none of ours is known. */
  principal: { id: PrincipalId; name: string; isPerson: boolean; appId: string | null } | null;
  partnerId: PartnerId | null;
  /** The tenant in which the link of that identity has to be. */
  linkTenantId: TenantId;
  role: { id: RoleDefinitionId; name: string };
  agentGroupId: PrincipalId | null;
  values: StepValues;
};

export function remedyGround(
  facts: Facts,
  judgement: Pick<Judgement, 'paths' | 'judgeableFrom'>,
  {
    cause,
    roleDefinitionId,
    notBefore,
  }: { cause: Cause; roleDefinitionId: RoleDefinitionId; notBefore: string | null },
): RemedyGround {
  const { profile, customer, subscription, managing } = facts;
  const own = judgement.paths.filter(({ owner }) => owner === 'us');
  const path = own.find(({ answer }) => answer.because === cause) ?? own[0] ?? null;
  const linkTenantId = path?.kind === 'direct' ? customer.tenantId : profile.managingTenantId;
  const principal = principalOf(path, facts);
  const [partnerId = null] = profile.partnerIds;
  const agentGroupId =
    managing.agentGroups.state === 'read' ? (adminAgents(managing.agentGroups.value) ?? null) : null;
  const role = {
    id: roleDefinitionId,
    name: findListedRole(roleDefinitionId)?.currentName ?? roleDefinitionId,
  };
  const values: StepValues = {
    subscriptionId: subscription.subscriptionId,
    tenantId: customer.tenantId,
    managingTenantId: profile.managingTenantId,
    linkTenantId,
    partnerId,
    principalName: principal?.name ?? null,
    roleName: role.name,
    scope: path?.narrowScope ?? `/subscriptions/${subscription.subscriptionId}`,
    agentGroupId,
    judgeableFrom: judgement.judgeableFrom?.slice(0, 10) ?? null,
    notBefore: notBefore?.slice(0, 10) ?? null,
    missingRight: missingRightOf(facts),
  };
  return { facts, cause, path, principal, partnerId, linkTenantId, role, agentGroupId, values };
}

const adminAgents = (groups: readonly { principalId: PrincipalId; name: string }[]) =>
  (groups.find(({ name }) => name.toLowerCase() === 'adminagents') ?? groups[0])?.principalId;

function principalOf(path: AccessPath | null, { managing, customer }: Facts): RemedyGround['principal'] {
  const id = path?.principalId ?? null;
  if (path === null || id === null || path.kind === 'aobo') return null;
  const directory = path.kind === 'direct' ? customer : managing;
  const identity =
    (directory.identities.state === 'read' ? directory.identities.value.get(id) : undefined) ??
    [...directory.groupMembers.values()].flat().find(({ principalId }: Identity) => principalId === id);
  const name = identity?.displayName ?? path.link?.displayName ?? id;
  // One that is disabled is to be replaced, not to be linked.
  const appId = identity?.enabled === false ? null : (identity?.appId ?? null);
  return { id, name, isPerson: identity?.type === 'user', appId };
}

/** The first right that would show what could not be read. */
function missingRightOf({ subscription, managing, customer }: Facts): string | null {
  const facts = [
    subscription.delegations,
    subscription.roleAssignments,
    managing.agentGroups,
    managing.identities,
    customer.identities,
    subscription.roleSchedules,
    managing.membershipSchedules,
    subscription.denyAssignments,
  ];
  for (const fact of facts)
    if (fact.state === 'unread' && fact.missingRight !== null) return fact.missingRight;
  return null;
}
