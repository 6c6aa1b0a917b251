import { useTexts } from '#language';
import { memo } from 'react';
import type { GridHead, GridRow, Part } from './grid-shape.ts';
import { PartView, type Draw } from './part-view.tsx';

export type RowProps = {
  row: GridRow | null;
  /** Counted from 0 in the whole list. */
  index: number;
  heads: readonly GridHead[];
  /** The column that the keyboard stands on; -1: on another row. null: the page's script is not there yet. */
  focus: number | null;
  /** null: rows of this list are not chosen. */
  picked: boolean | null;
  /** The form that the box belongs to while there is no script. */
  formId: string | null;
  draw?: Draw | undefined;
};

/** A row that has been read, or one that is still to come. */
export const GridLine = memo(function GridLine(props: RowProps) {
  const { row, index, heads, focus } = props;
  const isBoxed = props.picked !== null && row !== null;
  return (
    <tr
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.picked ?? undefined}
      data-index={index}
      className={row === null ? 'grid-line grid-coming' : 'grid-line'}
    >
      {heads.map((head, column) => {
        const Cell = column === 0 ? 'th' : 'td';
        const parts = row?.cells[column] ?? [];
        return (
          <Cell
            key={head.id}
            role={column === 0 ? 'rowheader' : 'gridcell'}
            tabIndex={focus === null ? undefined : focus === column ? 0 : -1}
            data-label={head.label === '' ? undefined : head.label}
            className={classOf(head, isBoxed && column === 0)}
          >
            {column === 0 && row === null && <Coming />}
            {column === 0 && isBoxed && <Box {...props} row={row} />}
            {parts.map((part, line) => (
              <PartView
                key={keyOf(part, line, row)}
                {...{ part, inGrid: focus !== null, draw: props.draw }}
              />
            ))}
          </Cell>
        );
      })}
    </tr>
  );
});

const classOf = ({ numeric, wide }: GridHead, isBoxed: boolean): string | undefined =>
  [numeric && 'grid-number', wide && 'grid-wide', isBoxed && 'grid-boxed'].filter(Boolean).join(' ') ||
  undefined;

/**
 * Lines of a cell never change places, and the next row at this place takes them over; but for what may hold something of
 * its own, which must not be taken for another row's.
 */
const keyOf = ({ kind }: Part, line: number, row: GridRow | null): string =>
  kind === 'own' || kind === 'id' ? `${line} of ${row?.key}` : `${line}`;

const Coming = () => <span className="sr-only">{useTexts('grid')('coming')}</span>;

const nameOf = ({ cells: [first = []], key }: GridRow): string => {
  const part = first.find(({ kind }) => kind === 'link' || kind === 'text');
  return part !== undefined && 'text' in part ? part.text : key;
};

function Box({ row, picked, focus, formId }: RowProps & { row: GridRow }) {
  const t = useTexts('grid');
  const isLive = focus !== null;
  return (
    <input
      type="checkbox"
      aria-label={t('choose', { name: nameOf(row) })}
      {...(isLive ? { checked: picked === true, readOnly: true, tabIndex: -1, 'data-pick': row.key } : {})}
      {...(!isLive && formId !== null ? { name: 'id', value: row.key, form: formId } : {})}
      className="tick grid-box"
    />
  );
}
