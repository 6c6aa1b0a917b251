import { useFormats, useTexts } from '#language';
import { ChangeList } from '#components/status/change-list.tsx';
import { CHANGE_LOOKS } from '#components/status/change-words.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import type { Overview } from '#lib/queries/schemas/overview.ts';

/** The last week in counts, and its newest changes. */
export function WhatChanged({ changes: { since, total, newest, byKind } }: Pick<Overview, 'changes'>) {
  const t = useTexts('overview');
  const kinds = useTexts('changes');
  const day = useFormats().day(since);
  if (total === 0) return null;
  return (
    <Card
      title={t('changed.title')}
      note={
        total > newest.length
          ? t('changed.noteNewest', { total, day, newest: newest.length })
          : t('changed.note', { total, day })
      }
    >
      <ul className="flex flex-wrap gap-x-5 gap-y-1 pb-2">
        {byKind.map(({ kind, changes }) => (
          <li key={kind}>
            <Badge tone={CHANGE_LOOKS[kind].tone} icon={CHANGE_LOOKS[kind].icon} quiet>
              {t('changed.ofKind', { kind: kinds(`kind.${kind}`), count: changes })}
            </Badge>
          </li>
        ))}
      </ul>
      <ChangeList changes={newest} named />
    </Card>
  );
}
