import { useFormats, useTexts } from '#language';
import { ChangeList } from '#components/status/change-list.tsx';
import { CHANGE_LOOKS } from '#components/status/change-words.ts';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { dayOf } from '#lib/core/periods.ts';
import type { Overview } from '#lib/queries/schemas/overview.ts';

const PATH = '/changes';

/** Since yesterday and in the last week, each count a link to its rows, and the newest changes. */
export function WhatChanged({ changes }: Pick<Overview, 'changes'>) {
  const t = useTexts('overview');
  const { since, total, newest } = changes;
  const day = useFormats().day(since);
  return (
    <Card
      title={t('changed.title')}
      note={
        total > newest.length
          ? t('changed.noteNewest', { total, day, newest: newest.length })
          : t('changed.note', { total, day })
      }
      aside={
        <AppLink href={PATH} className="link text-sm">
          {t('changed.all')}
        </AppLink>
      }
    >
      {total > 0 && <Counts changes={changes} />}
      <ChangeList changes={newest} named />
    </Card>
  );
}

function Counts({ changes: { since, sinceYesterday, byKind } }: Pick<Overview, 'changes'>) {
  const t = useTexts('overview');
  const kinds = useTexts('changes');
  return (
    <ul className="flex flex-wrap items-baseline gap-x-5 gap-y-1 pb-2">
      <li className="text-sm">
        <AppLink href={addressWith(PATH, { since: dayOf(sinceYesterday.since) })} className="link">
          {t('changed.sinceYesterday', { count: sinceYesterday.total })}
        </AppLink>
      </li>
      {byKind.map(({ kind, changes }) => (
        <li key={kind}>
          <AppLink href={addressWith(PATH, { kind, since: dayOf(since) })} className="hover:underline">
            <Badge tone={CHANGE_LOOKS[kind].tone} icon={CHANGE_LOOKS[kind].icon} quiet>
              {t('changed.ofKind', { kind: kinds(`kind.${kind}`), count: changes })}
            </Badge>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
