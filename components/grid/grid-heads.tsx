import { memo } from 'react';
import { HelpText } from '#components/ui/help-text.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { GridHead } from './grid-shape.ts';

/** `focus`: the column that the keyboard stands on, -1 on none; null: the page's script is not there yet. */
type GridHeadsProps = { heads: readonly GridHead[]; focus: number | null };

export const GridHeads = memo(function GridHeads({ heads, focus }: GridHeadsProps) {
  return (
    <>
      <colgroup>
        {heads.map(({ id, widthRem }) => (
          <col key={id} style={{ width: `${widthRem}rem` }} />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          {heads.map((head, column) => (
            <th
              key={head.id}
              role="columnheader"
              scope="col"
              aria-sort={head.sort === null ? undefined : (head.sort.order ?? 'none')}
              tabIndex={focus === null ? undefined : focus === column ? 0 : -1}
              className={head.numeric ? 'grid-number' : undefined}
            >
              <HeadName head={head} inGrid={focus !== null} />
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
});

function HeadName({ head: { title, sort, help }, inGrid }: { head: GridHead; inGrid: boolean }) {
  const stop = inGrid ? { tabIndex: -1 } : {};
  return (
    <>
      {help !== null && (
        <HelpText about={help.about} {...stop}>
          {help.text}
        </HelpText>
      )}
      {sort === null ? (
        title
      ) : (
        <a href={sort.href} className="grid-sort" {...stop}>
          {title}
          <Icon name={SORT_ICONS[sort.order ?? 'none']} className="size-3" />
        </a>
      )}
    </>
  );
}

const SORT_ICONS = { none: 'sort', ascending: 'up', descending: 'fall' } as const;
