import type { Cause } from './causes.ts';
import type { Facts } from './evidence.ts';
import type { PrincipalId, RoleDefinitionId } from './ids.ts';
import type { Judgement } from './judge.ts';
import type { Command } from './remedies/command.ts';
import { onboardingCommands } from './remedies/lighthouse-template.ts';
import { linkCommands } from './remedies/link-commands.ts';
import { remedyGround, type RemedyGround } from './remedies/remedy-ground.ts';
import { REMEDY_PLANS, type CommandKind } from './remedies/remedy-plans.ts';
import { roleCommands } from './remedies/role-commands.ts';
import type { StepId, StepValues } from './remedies/steps.ts';
import { findListedRole, SUPPORT_REQUEST_CONTRIBUTOR } from './roles.ts';
import { supportCaseDue } from './support-case.ts';

/** What to do about a cause; the product runs none of it. */
export type Remedy = {
  cause: Cause;
  steps: StepId[];
  /** What the words of the steps name. */
  values: StepValues;
  commands: (Command & { purpose: CommandKind })[];
  askCustomer: boolean;
};

/** The remedy of one cause of a judged subscription, for the least earning role unless another is chosen. */
export function planRemedy(
  facts: Facts,
  judgement: Judgement,
  { cause, roleDefinitionId }: { cause: Cause; roleDefinitionId: RoleDefinitionId | null },
): Remedy {
  const ground = remedyGround(facts, judgement, {
    cause,
    roleDefinitionId: roleDefinitionId ?? SUPPORT_REQUEST_CONTRIBUTOR,
    notBefore: supportCaseDue(judgement),
  });
  const { steps, commands, askCustomer } = REMEDY_PLANS[cause];
  // Where the subscription names nobody of ours, steps speak of whom the template will name.
  const chosen = ground.principal === null ? linkedServicePrincipal(facts) : null;
  const isLinked = chosen !== null && steps.includes('link-service-principal');
  const wanted = commands.filter((purpose) => !(isLinked && purpose === 'link'));
  const texts = wanted.flatMap((purpose) =>
    commandsOf(purpose, ground).map((command) => ({ ...command, purpose })),
  );
  const hasTemplate = texts.some(({ shell }) => shell === 'arm');
  return {
    cause,
    steps: steps
      .filter((id) => hasTemplate || id !== 'customer-deploys-template')
      .map((id) => (isLinked && id === 'link-service-principal' ? 'principal-is-linked' : id)),
    values: { ...ground.values, principalName: ground.values.principalName ?? chosen?.name ?? null },
    commands: texts,
    askCustomer,
  };
}

/** Commands need ids: where one of ours is not known, the steps alone tell what to do. */
function commandsOf(kind: CommandKind, ground: RemedyGround): Command[] {
  const { facts, principal, partnerId, role, agentGroupId, path, linkTenantId } = ground;
  const { subscriptionId } = facts.subscription;
  const customerTenantId = facts.customer.tenantId;
  const grant = { subscriptionId, customerTenantId, roleDefinitionId: role.id };
  switch (kind) {
    case 'link':
    case 'relink':
      if (partnerId === null) return [];
      return linkCommands({
        tenantId: linkTenantId,
        partnerId,
        exists: kind === 'relink',
        byPerson: principal?.isPerson === true,
        appId: principal?.appId ?? null,
      });
    case 'aobo':
      return agentGroupId === null
        ? []
        : roleCommands({ ...grant, principalId: agentGroupId, principalType: 'ForeignGroup' });
    case 'direct-role':
      return path?.kind === 'direct' && principal !== null
        ? roleCommands({ ...grant, principalId: principal.id, principalType: directType(principal) })
        : [];
    case 'onboard':
      return path?.kind === 'direct' ? [] : onboard(ground);
  }
}

const directType = ({ isPerson }: { isPerson: boolean }) => (isPerson ? 'User' : 'ServicePrincipal');

function onboard({ facts, principal, role, path, cause }: RemedyGround): Command[] {
  const chosen = principal ?? linkedServicePrincipal(facts);
  // Lighthouse refuses some roles that earn, Owner among them.
  if (chosen === null || findListedRole(role.id)?.lighthouseAssignable === false) return [];
  const keepsGroup = cause !== 'resource-group-delegation-only' && cause !== 'scope-too-narrow';
  const delegation =
    facts.subscription.delegations.state === 'read'
      ? facts.subscription.delegations.value.find(({ id }) => id === path?.sourceId)
      : undefined;
  return onboardingCommands(
    {
      subscriptionId: facts.subscription.subscriptionId,
      managingTenantId: facts.profile.managingTenantId,
      principalId: chosen.id,
      principalName: chosen.name,
      roleDefinitionId: role.id,
      resourceGroup: keepsGroup ? (delegation?.resourceGroup ?? null) : null,
    },
    facts.customer.tenantId,
  );
}

/** The service principal that is already linked, for subscriptions that name nobody of ours yet. */
function linkedServicePrincipal({ managing, profile }: Facts): { id: PrincipalId; name: string } | null {
  if (managing.identities.state === 'unread') return null;
  const linked = [...managing.links.values()]
    .filter(({ tenantId, link }) => tenantId === profile.managingTenantId && link.state === 'linked')
    .filter(({ link }) => link.state === 'linked' && profile.partnerIds.has(link.partnerId))
    .map(({ principalId, displayName }) => ({ id: principalId, name: displayName ?? principalId }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  const known = managing.identities.value;
  return linked.find(({ id }) => known.get(id)?.type !== 'user') ?? null;
}
