import type { Part } from '#components/grid/grid-shape.ts';
import { CLASS_WORDS } from '#components/status/class-words.ts';
import { textPart } from '#components/status/status-parts.ts';
import { addressWith } from '#components/ui/address.ts';
import { formatDate } from '#components/ui/format-dates.ts';
import type { CostGroup, CostItem } from '#lib/queries/schemas/costs.ts';
import { PATH, type Choice } from './choice.ts';
import { CREDITED_WORDS, groupName, NO_GROUP } from './key-words.ts';

const linkPart = (text: string, href: string): Part => ({ kind: 'link', text, href, look: 'strong' });

/** One key of a row, which leads to what lies behind it. */
export function keyParts(name: CostGroup, item: CostItem, choice: Choice): Part[] {
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
      return subscriptionParts(item, choice);
    case 'resourceGroup': {
      const group = item.resourceGroup ?? '';
      return [
        linkPart(
          group === '' ? groupName('') : group,
          into('subscription,customer', { resourceGroup: group === '' ? NO_GROUP : group }),
        ),
      ];
    }
    case 'service':
      return [
        linkPart(
          item.service || 'not told',
          into('subscription,customer', { service: item.service ?? undefined }),
        ),
      ];
    case 'class':
      return classParts(item, into('customer', { class: item.class ?? undefined }));
    case 'day':
      return item.day === null ? [] : [linkPart(formatDate(item.day), into('customer', { day: item.day }))];
    case 'credited': {
      const words = CREDITED_WORDS[item.credited ?? 'unknown'];
      const href = into('class', { credited: item.credited ?? undefined });
      return [{ kind: 'badge-link', text: words.name, href, tone: words.tone, icon: words.icon }];
    }
  }
}

function subscriptionParts({ subscription, customer }: CostItem, choice: Choice): Part[] {
  if (subscription === null) return [];
  const { subscriptionId, displayName } = subscription;
  if (subscriptionId === null) return [textPart('no subscription', 'soft')];
  const address = { period: choice.period, customer: customer?.tenantId };
  return [
    linkPart(displayName ?? 'name not read', addressWith(`/subscriptions/${subscriptionId}`, address)),
    { kind: 'id', id: subscriptionId, label: 'subscription id' },
  ];
}

function classParts(item: CostItem, href: string): Part[] {
  if (item.class === null) return [];
  const { name, meaning, tone, icon } = CLASS_WORDS[item.class];
  return [{ kind: 'badge-link', text: name, href, tone, icon }, textPart(meaning, 'faint')];
}
