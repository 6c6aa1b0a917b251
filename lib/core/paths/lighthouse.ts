import { no, startingAt, unknown, within, type Answer, type Window } from '../answers.ts';
import type { Facts } from '../evidence.ts';
import type { Authorization, Delegation, DelegationDefinition } from '../facts.ts';
import type { Instant } from '../periods.ts';
import { REGISTRATION_ASSIGNMENT_DELETE_ROLE, roleEarns } from '../roles.ts';
import { NOBODY, pathOf, type AccessPath, type Candidate, type PathGrounds } from './access-path.ts';
import { judgeIdentity, type Directory } from './identity.ts';
import { ownerOfTenant, type Parties } from './parties.ts';

type Asked = { delegation: Delegation; readAt: Instant };

/** The check "Lighthouse" of diagnosis.md section 5 (2026-11-21). */
export function lighthousePath({ delegation, readAt }: Asked, facts: Facts, parties: Parties): AccessPath {
  const { definition } = delegation;
  const owner = definition === null ? 'us' : ownerOfTenant(definition.managedByTenantId, parties);
  const grounds: PathGrounds = {
    kind: 'lighthouse',
    sourceId: delegation.id,
    narrowScope:
      delegation.resourceGroup === null
        ? null
        : `/subscriptions/${delegation.subscriptionId}/resourcegroups/${delegation.resourceGroup}`,
    inherited: false,
    owner: owner ?? (parties.strangerTenantsMayCount ? 'unknown' : 'third-party'),
    origin: definition === null ? null : definition.plan === null ? 'template' : 'marketplace',
    readAt,
  };
  const failed = (answer: Answer): AccessPath => pathOf(grounds, [{ ...NOBODY, answer }]);
  if (definition === null || isBroken(delegation, definition)) return failed(no('delegation-broken'));
  if (owner === null) {
    return failed(grounds.owner === 'unknown' ? unknown('access-unread') : no('delegated-to-another-tenant'));
  }
  const start = startingAt(delegation.createdAt, facts.subscription.firstReadAt.get(delegation.id) ?? readAt);
  const question = {
    tenantId: definition.managedByTenantId,
    directory: owner === 'us' ? managingDirectory(facts) : null,
    marketplace: definition.plan !== null,
    namedBy: facts.subscription.delegations,
    firstReadAt: facts.subscription.firstReadAt.get(delegation.id) ?? readAt,
  };
  const judged = (authorization: Authorization): Candidate[] =>
    permanentPairs(authorization, start, (principalId) =>
      judgeIdentity({ ...question, principalId }, facts, parties),
    );
  return pathOf(grounds, [
    ...definition.authorizations.flatMap(judged),
    ...definition.justInTime.map(justInTimePair),
  ]);
}

const UNDONE = /^(failed|canceled|deleting|deleted)$/i;

const isBroken = (delegation: Delegation, definition: DelegationDefinition): boolean =>
  delegation.provisioningState.toLowerCase() !== 'succeeded' || UNDONE.test(definition.provisioningState);

const managingDirectory = ({ managing, profile }: Facts): Directory => ({
  tenantId: profile.managingTenantId,
  identities: managing.identities,
  groupMembers: managing.groupMembers,
  membershipSchedules: managing.membershipSchedules,
});

type JudgeIdentity = (principalId: Authorization['principalId']) => ReturnType<typeof judgeIdentity>;

function permanentPairs(authorization: Authorization, start: Window, judge: JudgeIdentity): Candidate[] {
  const { principalId, roleDefinitionId } = authorization;
  const pair = { ...NOBODY, roleDefinitionId, principalId };
  const earns = roleDefinitionId === REGISTRATION_ASSIGNMENT_DELETE_ROLE ? 'no' : roleEarns(roleDefinitionId);
  if (earns === 'no') return [pair];
  if (earns === 'unlisted') return [{ ...pair, answer: unknown('role-not-listed') }];
  return judge(principalId).map((judged) => ({ ...pair, ...judged, answer: within(start, judged.answer) }));
}

function justInTimePair({ principalId, roleDefinitionId }: Authorization): Candidate {
  const because = roleEarns(roleDefinitionId) === 'yes' ? 'just-in-time-only' : 'role-not-earning';
  return { ...NOBODY, roleDefinitionId, principalId, permanent: false, answer: no(because) };
}
