import { ROLE } from './roles.ts';
import type { Delegation, Subscription, World } from './types.ts';

/** The written customers stay as they are: what is expected of them is written by hand. */
const WRITTEN = 12;

type Event = {
  of: 'earning' | 'role-not-listed';
  delegations: (held: readonly Delegation[]) => Delegation[];
};

const withRole =
  (roleId: string) =>
  (held: readonly Delegation[]): Delegation[] =>
    held.map((delegation) => ({
      ...delegation,
      // What reads keeps reading: the product must go on seeing the subscription.
      authorizations: delegation.authorizations.map((authorization) =>
        authorization.roleId === ROLE.reader ? authorization : { ...authorization, roleId },
      ),
    }));

const EVENTS: readonly Event[] = [
  // A customer takes the delegation away.
  { of: 'earning', delegations: () => [] },
  // Another deploys a template of ours that gives less.
  { of: 'earning', delegations: withRole(ROLE.reader) },
  // And one does what was asked for.
  { of: 'role-not-listed', delegations: withRole(ROLE.supportRequestContributor) },
];

const isSimple = ({ delegations }: Subscription): boolean =>
  delegations.length === 1 &&
  delegations.every(({ authorizations, justInTime, plan, resourceGroup, provisioningState }) =>
    [
      authorizations.length > 0,
      justInTime.length === 0,
      plan === null && resourceGroup === null,
      provisioningState === 'Succeeded',
    ].every(Boolean),
  );

const later = new WeakSet<World>();

/**
 * Lets happen what may happen between two syncs, so that there are changes to see: one customer's access goes, one's
 * role changes to one that earns nothing, one's to one that earns. Gives the subscriptions concerned; twice is once.
 */
export function letTimePass(world: World): Subscription[] {
  if (later.has(world)) return [];
  later.add(world);
  const customers = world.customers.slice(WRITTEN);
  const taken = new Set<string>();
  return EVENTS.flatMap(({ of, delegations }) => {
    const customer = customers.find(
      ({ tenantId, subscriptions }) =>
        !taken.has(tenantId) && subscriptions.some((one) => isSimple(one) && one.expected?.cause === of),
    );
    const found = customer?.subscriptions.filter((one) => isSimple(one) && one.expected?.cause === of) ?? [];
    if (customer !== undefined) taken.add(customer.tenantId);
    for (const one of found) Object.assign(one, { delegations: delegations(one.delegations) });
    return found;
  });
}
