import { memo } from 'react';
import type { GridHead, Part } from './grid-shape.ts';
import { PartView } from './part-view.tsx';

type GridFootProps = { heads: readonly GridHead[]; foot: readonly Part[][][] };

/** Totals of all rows that match, which stay in view. */
export const GridFoot = memo(function GridFoot({ heads, foot }: GridFootProps) {
  if (foot.length === 0) return null;
  return (
    <tfoot role="rowgroup" data-lines={foot.length > 1 ? foot.length : undefined}>
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
