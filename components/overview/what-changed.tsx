import { ChangeList } from '#components/status/change-list.tsx';
import { CHANGE_LOOKS } from '#components/status/change-words.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { formatDay } from '#components/ui/format-dates.ts';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import type { Overview } from '#lib/queries/schemas/overview.ts';

/** The last week in counts, and its newest changes. */
export function WhatChanged({ changes: { since, total, newest, byKind } }: Pick<Overview, 'changes'>) {
  if (total === 0) return null;
  return (
    <Card
      title="What changed"
      note={`${plural(total, 'change')} since ${formatDay(since)}, as syncs saw them${total > newest.length ? `; the newest ${formatCount(newest.length)} below` : ''}.`}
    >
      <ul className="flex flex-wrap gap-x-5 gap-y-1 pb-2">
        {byKind.map(({ kind, changes }) => (
          <li key={kind}>
            <Badge tone={CHANGE_LOOKS[kind].tone} icon={CHANGE_LOOKS[kind].icon} quiet>
              {CHANGE_LOOKS[kind].word}: {formatCount(changes)}
            </Badge>
          </li>
        ))}
      </ul>
      <ChangeList changes={newest} named />
    </Card>
  );
}
