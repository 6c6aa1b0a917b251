import { linkKey, type CustomerFacts, type Facts, type ManagingFacts } from '../evidence.ts';
import type { Identity, PartnerLink } from '../facts.ts';
import type { TenantId } from '../ids.ts';

/** The same application or person has one object in each tenant: a link in the wrong one earns nothing. */
type Directory = ReadonlyMap<string | null, readonly Identity[]>;

const twinKeyOf = ({ appId, homeUserName }: Identity): string | null =>
  appId === null ? (homeUserName === null ? null : `person ${homeUserName}`) : `application ${appId}`;

// Facts never change once made, and one tenant's are shared by all its subscriptions.
const held = new WeakMap<ManagingFacts | CustomerFacts, Directory>();

function directoryOf(facts: ManagingFacts | CustomerFacts): Directory {
  const known = held.get(facts);
  if (known !== undefined) return known;
  const { identities, groupMembers } = facts;
  const alone = identities.state === 'read' ? [...identities.value.values()] : [];
  const directory = Map.groupBy([...alone, ...[...groupMembers.values()].flat()], twinKeyOf);
  held.set(facts, directory);
  return directory;
}

/** Objects of the same application or person in our own directory. */
export function ownTwins(identity: Identity, managing: ManagingFacts): readonly Identity[] {
  const key = twinKeyOf(identity);
  return key === null ? [] : (directoryOf(managing).get(key) ?? []);
}

/** Links of the same application or person in the tenant that is not the right one. */
export function twinLinks(
  identity: Identity,
  inTenant: TenantId,
  { managing, customer, profile }: Facts,
): PartnerLink[] {
  const key = twinKeyOf(identity);
  if (key === null) return [];
  const directory = directoryOf(inTenant === profile.managingTenantId ? managing : customer);
  return (directory.get(key) ?? []).flatMap(
    ({ principalId }) => managing.links.get(linkKey(inTenant, principalId)) ?? [],
  );
}
