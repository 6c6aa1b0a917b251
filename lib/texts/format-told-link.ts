import type { ToldLink } from '#lib/core/linked-how.ts';
import type { Translator } from './translator.ts';

/** One sentence, for programs and for pages. */
export function formatToldLink(
  t: Translator<'linkedHow'>,
  told: ToldLink,
  written: (day: string) => string,
): string {
  switch (told.kind) {
    case 'link': {
      const { name, partnerId, tenantId, isMember, how } = told;
      const link = t(isMember ? 'linkedAsMember' : 'linkedAs', { name, partnerId, tenantId });
      return t('linkKnown', { link, how: t(`linkHow.${how}`, { day: written(told.day) }) });
    }
    case 'none-linked':
      return t('noneLinked', { count: told.identities });
    case 'unread':
      return t(`linkUnread.${told.what}`);
    case 'sentence':
      return told.text;
    case 'aobo':
    case 'marketplace':
      return t(`automatic.${told.kind}`);
  }
}
