import { memo } from 'react';
import type { GridHead, Part } from './grid-shape.ts';
import { PartView } from './part-view.tsx';

type GridFootProps = { heads: readonly GridHead[]; foot: readonly Part[][][] };

/** More lines than these would leave too little room for the rows. */
const MOST_IN_VIEW = 4;

const staysInView = (foot: GridFootProps['foot']): boolean => foot.length <= MOST_IN_VIEW;

const LINE_REM = 1.25;
const AROUND_LINES_REM = 1.125;

/** What totals that stay in view cover of the rows. */
export const footRoom = (foot: GridFootProps['foot']): string => {
  const lines = foot.map((cells) => Math.max(0, ...cells.map((parts) => parts.length)));
  const rem = lines.reduce((sum, count) => sum + count * LINE_REM + AROUND_LINES_REM, 0);
  return `${staysInView(foot) ? rem : 0}rem`;
};

/** Totals of all rows that match, which stay in view. */
export const GridFoot = memo(function GridFoot({ heads, foot }: GridFootProps) {
  if (foot.length === 0) return null;
  return (
    <tfoot role="rowgroup" data-at-end={staysInView(foot) ? undefined : ''}>
      {foot.map((cells, line) => (
        // Lines of the foot have no name of their own, and never change places.
        <tr key={line} role="row">
          {heads.map(({ id, numeric, label }, column) => {
            const Cell = column === 0 ? 'th' : 'td';
            const parts = cells[column] ?? [];
            return (
              <Cell
                key={id}
                role={column === 0 ? 'rowheader' : 'gridcell'}
                className={numeric ? 'grid-number' : undefined}
                data-label={label === '' ? undefined : label}
                data-empty={parts.length === 0 ? '' : undefined}
              >
                {parts.map((part, index) => (
                  // As above.
                  <PartView key={index} part={part} inGrid={false} />
                ))}
              </Cell>
            );
          })}
        </tr>
      ))}
    </tfoot>
  );
});
