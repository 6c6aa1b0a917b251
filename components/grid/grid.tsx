'use client';

import { useTexts } from '#language';
import { useRouter } from 'next/navigation';
import {
  startTransition as startLater,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { AddressQuery } from '#components/ui/address.ts';
import { BulkBar } from './bulk-bar.tsx';
import { footRoom, GridFoot } from './grid-foot.tsx';
import { GridHeads } from './grid-heads.tsx';
import { GridLine } from './grid-row.tsx';
import type { Draw } from './part-view.tsx';
import { PrintedNote } from './printed-note.tsx';
import type { FoundRows, Part, ShownGrid } from './grid-shape.ts';
import { useSearchAhead } from './search-ahead.tsx';
import { usePicked } from './use-picked.ts';
import { useGoingOn } from './use-going-on.ts';
import { useRowsInView } from './use-rows-in-view.ts';
import { HEAD_ROW, useSpot } from './use-spot.ts';
import { useWindows } from './use-windows.ts';

type GridProps = {
  grid: ShownGrid;
  /** What can be done with rows that were chosen; null: none can be. */
  bulk: Bulk | null;
  renderOwn?: Draw;
  /** Stands for the rows where no row matches. */
  none?: ReactNode;
  children?: ReactNode;
};

export type Bulk = {
  /** A form among the children, that takes the chosen rows as `id`; null where there is none. */
  formId: string | null;
  /** Of the list's file; null where it cannot be of single rows. */
  file: { path: string; query: AddressQuery } | null;
};

const USUAL_ROW_PX = 76;
/** Shorter lists are all there at once. */
const FEW_ROWS = 60;
/** Of what is found while somebody types, until it is known how many are in view: each letter waits for them. */
const FIRST_FOUND_ROWS = 10;

/**
 * A list of any length: the rows that came with the page are complete HTML; with script, further ones are read as
 * they come into view, and only those exist that are seen.
 */
export function Grid({ grid: given, bulk, renderOwn, none, children }: GridProps) {
  const ui = useTexts('ui');
  const ahead = useSearchAhead();
  const found = ahead?.found ?? null;
  const grid = useMemo(
    () => (found === null ? given : { ...given, ...found, offset: 0, foot: footOf(given, found) }),
    [given, found],
  );
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [isLive, setLive] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const refresh = useCallback(() => startTransition(() => router.refresh()), [router]);
  const { rows, total, need, failed } = useWindows(grid, refresh);
  const picked = usePicked(grid.source);
  // A file is of the page's own view.
  const chosen = found === null || bulk === null ? bulk : { ...bulk, file: null };
  const space = useRef<HTMLTableRowElement>(null);
  // In slices: the page may be used meanwhile.
  useEffect(() => startLater(() => setLive(true)), []);

  const isWhole = grid.offset === 0 && total === grid.rows.length && total <= FEW_ROWS;
  const goesOn = useGoingOn({ asked: isLive && !isWhole, frame, space });
  const { drawn, reveal } = useRowsInView({
    ...{ on: goesOn, view: grid.source, total, offset: grid.offset, frame, table, ask: need },
  });
  const first = drawn?.first ?? grid.offset;
  const atFirst = goesOn && found !== null ? FIRST_FOUND_ROWS : grid.rows.length;
  const last = drawn?.last ?? grid.offset + Math.min(atFirst, grid.rows.length) - 1;

  const toggle = (row: number) => {
    const key = rows.get(row)?.key;
    if (key !== undefined) picked.toggle(key);
  };
  const { spot, onKeyDown, onFocus } = useSpot({
    ...{ table, rows: total, columns: grid.heads.length },
    reveal,
    page: () => Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / USUAL_ROW_PX) - 1),
    select: bulk === null ? null : toggle,
  });
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (!(event.target instanceof Element)) return;
    const box = event.target.closest('[data-pick]');
    if (box !== null) picked.toggle(box.getAttribute('data-pick') ?? '');
  };

  const others = isLive && !isWhole ? (total - 1 - last) * USUAL_ROW_PX : 0;
  const { beforePx, afterPx } = drawn ?? { beforePx: 0, afterPx: others };
  const stands = first <= spot.row && spot.row <= last ? spot.row : first;
  const indexes = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <div className="grid-frame">
      {total === 0 && none}
      <div
        className="grid-scroll"
        data-whole={isWhole || undefined}
        ref={frame}
        hidden={total === 0 && none !== undefined}
        style={{ '--foot-room': footRoom(grid.foot) } as never}
      >
        <table
          ref={table}
          role="grid"
          aria-label={grid.caption}
          aria-busy={ahead?.isBusy === true || undefined}
          aria-rowcount={total + 1}
          aria-colcount={grid.heads.length}
          aria-multiselectable={bulk === null ? undefined : true}
          className="grid-table"
          data-footless={grid.foot.length === 0 || undefined}
          style={
            { '--grid-width': `${grid.heads.reduce((sum, { widthRem }) => sum + widthRem, 0)}rem` } as never
          }
          onClick={onClick}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
        >
          <GridHeads heads={grid.heads} focus={isLive ? (spot.row === HEAD_ROW ? spot.column : -1) : null} />
          <tbody role="rowgroup" className={drawn === null ? 'grid-given' : undefined}>
            {beforePx > 0 && <Space px={beforePx} />}
            {indexes.map((index) => {
              const row = rows.get(index) ?? null;
              return (
                <GridLine
                  key={index}
                  {...{ row, index }}
                  heads={grid.heads}
                  focus={isLive ? (index === stands && spot.row !== HEAD_ROW ? spot.column : -1) : null}
                  picked={bulk === null ? null : row !== null && picked.has(row.key)}
                  formId={bulk?.formId ?? null}
                  draw={renderOwn}
                />
              );
            })}
            {afterPx > 0 && <Space px={afterPx} place={space} />}
          </tbody>
          <GridFoot heads={grid.heads} foot={grid.foot} />
        </table>
      </div>
      {indexes.length < total && <PrintedNote {...{ first, last, total }} />}
      {failed && <Failed again={() => need({ first, last })} />}
      {chosen !== null && (
        <BulkBar
          {...{ bulk: chosen, isLive, keys: picked.keys, add: picked.add, clear: picked.clear }}
          view={{ source: grid.source, total }}
        >
          {children}
        </BulkBar>
      )}
      {pending && <span data-loading="" role="status" aria-label={ui('loading')} />}
    </div>
  );
}

/** Sums of what was found come with its page: those of another view are not shown meanwhile. */
const footOf = ({ foot: [line = []] }: ShownGrid, { count }: FoundRows): Part[][][] => [
  line.map((_, column) => (column === 0 ? [{ kind: 'text', text: count, look: 'plain' }] : [])),
];

/** Stands for rows that are out of view. */
const Space = ({ px, place }: { px: number; place?: RefObject<HTMLTableRowElement | null> }) => (
  <tr ref={place} aria-hidden="true" className="grid-space" style={{ height: px }} />
);

function Failed({ again }: { again: () => void }) {
  const t = useTexts('grid');
  return (
    <p role="alert" className="grid-note">
      {t.rich('failed', { again: <Again again={again} /> })}
    </p>
  );
}

const Again = ({ again, children }: { again: () => void; children?: ReactNode }) => (
  <button type="button" className="link" onClick={again}>
    {children}
  </button>
);
