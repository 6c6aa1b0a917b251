import { CLASS_WORDS } from '#components/status/class-words.ts';
import { NoData } from '#components/status/money.tsx';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { formatDate } from '#components/ui/format-dates.ts';
import { Guid } from '#components/ui/guid.tsx';
import type { CostGroup, CostItem } from '#lib/queries/schemas/costs.ts';
import { PATH, type Choice } from './choice.ts';
import { CREDITED_WORDS, groupName, NO_GROUP } from './key-words.ts';

type CostKeyProps = { name: CostGroup; item: CostItem; choice: Choice };

const QUIET = 'break-words underline-offset-4 hover:underline';

/** One key of a row, which leads to what lies behind it. */
export function CostKey({ name, item, choice }: CostKeyProps) {
  const into = (groupBy: string, filter: Partial<Choice>): string =>
    addressWith(PATH, { ...choice, sort: undefined }, { ...filter, groupBy });
  switch (name) {
    case 'customer':
      return item.customer === null ? null : (
        <AppLink href={into('subscription,customer', { customer: item.customer.tenantId })} className={QUIET}>
          {item.customer.displayName}
        </AppLink>
      );
    case 'subscription':
      return <SubscriptionKey item={item} choice={choice} />;
    case 'resourceGroup':
      return (
        <AppLink
          href={into('subscription,customer', { resourceGroup: item.resourceGroup || NO_GROUP })}
          className={QUIET}
        >
          {item.resourceGroup ? item.resourceGroup : <i>{groupName('')}</i>}
        </AppLink>
      );
    case 'service':
      return (
        <AppLink
          href={into('subscription,customer', { service: item.service ?? undefined })}
          className={QUIET}
        >
          {item.service ? item.service : <i>not told</i>}
        </AppLink>
      );
    case 'class':
      return <ClassKey item={item} href={into('customer', { class: item.class ?? undefined })} />;
    case 'day':
      return item.day === null ? null : (
        <AppLink href={into('customer', { day: item.day })} className={`${QUIET} whitespace-nowrap`}>
          {formatDate(item.day)}
        </AppLink>
      );
    case 'credited': {
      const look = CREDITED_WORDS[item.credited ?? 'unknown'];
      return (
        <AppLink href={into('class', { credited: item.credited ?? undefined })} className={QUIET}>
          <Badge tone={look.tone} icon={look.icon} quiet>
            {look.name}
          </Badge>
        </AppLink>
      );
    }
  }
}

function SubscriptionKey({ item, choice }: { item: CostItem; choice: Choice }) {
  const { subscription, customer } = item;
  if (subscription === null) return null;
  if (subscription.subscriptionId === null) return <i className="text-soft">no subscription</i>;
  return (
    <>
      <AppLink
        href={addressWith(`/subscriptions/${subscription.subscriptionId}`, {
          period: choice.period,
          customer: customer?.tenantId,
        })}
        className={QUIET}
      >
        {subscription.displayName ?? <NoData why="name not read" />}
      </AppLink>
      <span className="block max-w-52">
        <Guid value={subscription.subscriptionId} label="subscription id" />
      </span>
    </>
  );
}

function ClassKey({ item, href }: { item: CostItem; href: string }) {
  if (item.class === null) return null;
  const words = CLASS_WORDS[item.class];
  return (
    <>
      <AppLink href={href} className={QUIET}>
        <Badge tone={words.tone} icon={words.icon} quiet>
          {words.name}
        </Badge>
      </AppLink>
      <span className="block text-xs font-normal text-faint">{words.meaning}</span>
    </>
  );
}
