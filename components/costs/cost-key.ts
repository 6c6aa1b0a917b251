import type { Part } from '#components/grid/grid-shape.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { CLASS_LOOKS } from '#components/status/class-looks.ts';
import { textPart } from '#components/status/status-parts.ts';
import { addressWith } from '#components/ui/address.ts';
import type { CostGroup, CostItem } from '#lib/queries/schemas/costs.ts';
import { PATH, type Choice } from './choice.ts';
import { CREDITED_LOOKS, isNoGroup, NO_GROUP } from './key-words.ts';

const linkPart = (text: string, href: string): Part => ({ kind: 'link', text, href, look: 'strong' });

type ShownFor = { choice: Choice; wording: Wording };

/** One key of a row, which leads to what lies behind it. */
export function keyParts(name: CostGroup, item: CostItem, shown: ShownFor): Part[] {
  const { choice, wording } = shown;
  const t = wording.texts('costs');
  const into = (groupBy: string, filter: Partial<Choice>): string =>
    addressWith(PATH, { ...choice, sort: undefined }, { ...filter, groupBy });
  switch (name) {
    case 'customer':
      return item.customer === null
        ? []
        : [
            linkPart(
              item.customer.displayName,
              into('subscription,customer', { customer: item.customer.tenantId }),
            ),
          ];
    case 'subscription':
      return subscriptionParts(item, shown);
    case 'resourceGroup': {
      const group = item.resourceGroup ?? '';
      return [
        linkPart(
          isNoGroup(group) ? t('noGroup') : group,
          into('subscription,customer', { resourceGroup: group === '' ? NO_GROUP : group }),
        ),
      ];
    }
    case 'service':
      return [
        linkPart(
          item.service || t('notTold'),
          into('subscription,customer', { service: item.service ?? undefined }),
        ),
      ];
    case 'class':
      return classParts(item, into('customer', { class: item.class ?? undefined }), wording);
    case 'day':
      return item.day === null
        ? []
        : [linkPart(wording.formats.date(item.day), into('customer', { day: item.day }))];
    case 'credited': {
      const credited = item.credited ?? 'unknown';
      const href = into('class', { credited: item.credited ?? undefined });
      return [{ kind: 'badge-link', text: t(`credited.${credited}`), href, ...CREDITED_LOOKS[credited] }];
    }
  }
}

function subscriptionParts({ subscription, customer }: CostItem, { choice, wording }: ShownFor): Part[] {
  const t = wording.texts('costs');
  if (subscription === null) return [];
  const { subscriptionId, displayName } = subscription;
  if (subscriptionId === null) return [textPart(t('noSubscription'), 'soft')];
  const address = { period: choice.period, customer: customer?.tenantId };
  return [
    linkPart(displayName ?? t('nameNotRead'), addressWith(`/subscriptions/${subscriptionId}`, address)),
    { kind: 'id', id: subscriptionId, label: t('subscriptionId') },
  ];
}

function classParts(item: CostItem, href: string, { texts }: Wording): Part[] {
  const t = texts('costWords');
  if (item.class === null) return [];
  const { tone, icon } = CLASS_LOOKS[item.class];
  const text = t(`class.${item.class}.name`);
  return [
    { kind: 'badge-link', text, href, tone, icon },
    textPart(t(`class.${item.class}.meaning`), 'faint'),
  ];
}
