import { StatusBadge } from '#components/status/status-badge.tsx';
import { ROLE_EARNS_LOOKS } from '#components/status/verdict-looks.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { formatDate, formatIsoDuration } from '#components/ui/format-dates.ts';
import { plural } from '#components/ui/format-numbers.ts';
import { Guid } from '#components/ui/guid.tsx';
import type { Delegation } from '#lib/queries/schemas/customers.ts';
import type { Subscription } from '#lib/queries/schemas/shared.ts';

type DelegationsProps = { delegations: Delegation[]; subscriptions: Subscription[]; read: boolean };

const ORIGINS: Record<Delegation['origin'], string> = {
  marketplace: 'Marketplace offer',
  template: 'template',
  unknown: 'origin not read',
};

export function Delegations({ delegations, subscriptions, read }: DelegationsProps) {
  const names = new Map(subscriptions.map((row) => [row.subscriptionId, row.displayName]));
  if (delegations.length === 0) {
    return (
      <Card title={read ? 'No Lighthouse delegation' : 'No Lighthouse delegation was seen'}>
        <p className="text-sm text-soft">
          {read
            ? 'Access, if any, is by agent groups or direct assignments.'
            : 'Not everything that could hold one was read, so whether there are any is unknown.'}
        </p>
      </Card>
    );
  }
  return (
    <Card title={plural(delegations.length, 'Lighthouse delegation')} flush>
      <ul>
        {delegations.map((delegation) => (
          <DelegationItem
            key={delegation.id}
            delegation={delegation}
            subscriptionName={names.get(delegation.subscriptionId) ?? delegation.subscriptionId}
          />
        ))}
      </ul>
    </Card>
  );
}

type DelegationItemProps = { delegation: Delegation; subscriptionName: string };

function DelegationItem({ delegation, subscriptionName }: DelegationItemProps) {
  const scope =
    delegation.resourceGroup === null ? 'whole subscription' : `resource group ${delegation.resourceGroup}`;
  return (
    <li className="grid gap-3 border-t px-5 py-4 first:border-t-0 first:pt-2 print:break-inside-avoid print:px-0">
      <div>
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm font-semibold">
          {delegation.definitionName ?? 'Definition not read'}
          <ProvisioningState state={delegation.provisioningState} />
        </h3>
        <p className="text-sm text-soft">
          {subscriptionName}, {scope} · {ORIGINS[delegation.origin]}
          {delegation.createdAt !== null && ` · since ${formatDate(delegation.createdAt)}`}
        </p>
        <ManagedBy delegation={delegation} />
      </div>
      <div className="grid gap-x-12 gap-y-4 md:grid-cols-2">
        <Authorizations title="Permanent authorizations" rows={delegation.authorizations} />
        <Authorizations title="Just-in-time authorizations" rows={delegation.justInTime} />
      </div>
    </li>
  );
}

function ProvisioningState({ state }: { state: string }) {
  const good = state.toLowerCase() === 'succeeded';
  return (
    <Badge tone={good ? 'earn' : 'miss'} icon={good ? 'check' : 'cross'} quiet>
      {state}
    </Badge>
  );
}

function ManagedBy({ delegation }: { delegation: Delegation }) {
  if (delegation.managedByTenantId === null)
    return <p className="text-sm text-faint">Managing tenant not read</p>;
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-sm text-soft">
      Managed by{' '}
      {delegation.managedByUs === true
        ? 'your tenant'
        : delegation.managedByUs === false
          ? 'another tenant'
          : 'tenant'}
      <Guid value={delegation.managedByTenantId} label="managing tenant id" />
    </p>
  );
}

type AuthorizationsProps = {
  title: string;
  rows: Delegation['authorizations'] | Delegation['justInTime'];
};

/** How a just-in-time role is made active; never permanent, whatever it says. */
function activationWords({
  maximumActivation,
  multiFactor,
  approvers,
}: Delegation['justInTime'][number]): string {
  const longest = maximumActivation === null ? '' : `up to ${formatIsoDuration(maximumActivation)}, `;
  const factor =
    multiFactor === null ? '' : multiFactor ? 'with multifactor sign-in, ' : 'without multifactor sign-in, ';
  return `${longest}${factor}${approvers === 0 ? 'no approval' : plural(approvers, 'approver')}`;
}

function Authorizations({ title, rows }: AuthorizationsProps) {
  return (
    <section className="text-sm">
      <h4 className="text-xs font-medium text-faint">{title}</h4>
      {rows.length === 0 ? (
        <p className="text-faint">None</p>
      ) : (
        <ul className="grid gap-1 pt-1">
          {rows.map((row) => (
            <li key={`${row.principalId} ${row.role.id}`} className="flex flex-wrap justify-between gap-x-4">
              <span className="min-w-0">
                {row.role.name ?? row.role.id}{' '}
                <span className="text-faint">for {row.principalDisplayName ?? row.principalId}</span>
              </span>
              <StatusBadge look={ROLE_EARNS_LOOKS[row.role.earns]} quiet />
              {'approvers' in row && (
                <span className="w-full text-xs text-faint">{activationWords(row)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
