import { useFormats, useTexts } from '#language';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { useLooks } from '#components/status/use-looks.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { Guid } from '#components/ui/guid.tsx';
import type { Delegation } from '#lib/queries/schemas/customers.ts';
import type { Subscription } from '#lib/queries/schemas/shared.ts';

type DelegationsProps = { delegations: Delegation[]; subscriptions: Subscription[]; read: boolean };

export function Delegations({ delegations, subscriptions, read }: DelegationsProps) {
  const t = useTexts('access');
  const names = new Map(subscriptions.map((row) => [row.subscriptionId, row.displayName]));
  if (delegations.length === 0) {
    return (
      <Card title={read ? t('delegations.none') : t('delegations.noneSeen')}>
        <p className="text-sm text-soft">{read ? t('delegations.noneWhy') : t('delegations.noneSeenWhy')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('delegations.count', { count: delegations.length })} flush>
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
  const t = useTexts('access');
  const formats = useFormats();
  const { createdAt, resourceGroup } = delegation;
  const where = {
    subscription: subscriptionName,
    scope: resourceGroup === null ? t('scope.subscription') : t('scope.group', { name: resourceGroup }),
    origin: t(`delegations.origin.${delegation.origin}`),
  };
  return (
    <li className="grid gap-3 border-t px-5 py-4 first:border-t-0 first:pt-2 print:break-inside-avoid print:px-0">
      <div>
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm font-semibold">
          {delegation.definitionName ?? t('delegations.definitionNotRead')}
          <ProvisioningState state={delegation.provisioningState} />
        </h3>
        <p className="text-sm text-soft">
          {createdAt === null
            ? t('delegations.where', where)
            : t('delegations.whereSince', { ...where, date: formats.date(createdAt) })}
        </p>
        <ManagedBy delegation={delegation} />
      </div>
      <div className="grid gap-x-12 gap-y-4 md:grid-cols-2">
        <Authorizations title={t('delegations.permanent')} rows={delegation.authorizations} />
        <Authorizations title={t('delegations.justInTime')} rows={delegation.justInTime} />
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

const MANAGED_BY = { true: 'delegations.managedByUs', false: 'delegations.managedByOther' } as const;

function ManagedBy({ delegation: { managedByTenantId, managedByUs } }: { delegation: Delegation }) {
  const t = useTexts('access');
  if (managedByTenantId === null) {
    return <p className="text-sm text-faint">{t('delegations.managerNotRead')}</p>;
  }
  const key = managedByUs === null ? 'delegations.managedBy' : MANAGED_BY[`${managedByUs}`];
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-sm text-soft">
      {t.rich(key, { id: <Guid value={managedByTenantId} label={t('managingTenantId')} /> })}
    </p>
  );
}

type AuthorizationsProps = {
  title: string;
  rows: Delegation['authorizations'] | Delegation['justInTime'];
};

/** How a just-in-time role is made active; never permanent, whatever it says. */
function useActivationWords(): (row: Delegation['justInTime'][number]) => string {
  const t = useTexts('access');
  const { isoDuration } = useFormats();
  return ({ maximumActivation, multiFactor, approvers }) =>
    [
      maximumActivation === null ? null : t('delegations.upTo', { time: isoDuration(maximumActivation) }),
      multiFactor === null ? null : t(`delegations.${multiFactor ? 'withFactor' : 'withoutFactor'}`),
      approvers === 0 ? t('delegations.noApproval') : t('delegations.approvers', { count: approvers }),
    ]
      .filter((part) => part !== null)
      .join(', ');
}

function Authorizations({ title, rows }: AuthorizationsProps) {
  const t = useTexts('access');
  const looks = useLooks();
  const activationWords = useActivationWords();
  return (
    <section className="text-sm">
      <h4 className="text-xs font-medium text-faint">{title}</h4>
      {rows.length === 0 ? (
        <p className="text-faint">{t('delegations.noAuthorization')}</p>
      ) : (
        <ul className="grid gap-1 pt-1">
          {rows.map((row) => (
            <li key={`${row.principalId} ${row.role.id}`} className="flex flex-wrap justify-between gap-x-4">
              <span className="min-w-0">
                {t.rich('delegations.roleFor', {
                  role: row.role.name ?? row.role.id,
                  who: row.principalDisplayName ?? row.principalId,
                  faint: <span className="text-faint" />,
                })}
              </span>
              <StatusBadge look={looks.roleEarns(row.role.earns)} quiet />
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
