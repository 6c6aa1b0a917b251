import type { ComponentProps, ReactNode } from 'react';

type TableProps = { caption: string; children: ReactNode; stack?: boolean };

/** Roles are spelled out because a stacked table loses them with its display value in some browsers. */
export function Table({ caption, children, stack = true }: TableProps) {
  return (
    <div
      className={
        stack ? 'md:overflow-x-auto print:overflow-visible' : 'overflow-x-auto print:overflow-visible'
      }
    >
      <table role="table" className={`w-full text-sm ${stack ? 'stack-table' : ''}`}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function Head({ children }: { children: ReactNode }) {
  return (
    <thead role="rowgroup">
      <tr role="row" className="border-b">
        {children}
      </tr>
    </thead>
  );
}

export const Body = (props: ComponentProps<'tbody'>) => <tbody role="rowgroup" {...props} />;
export const Foot = (props: ComponentProps<'tfoot'>) => <tfoot role="rowgroup" {...props} />;

export const Row = ({ className = '', ...props }: ComponentProps<'tr'>) => (
  <tr role="row" className={`border-b last:border-b-0 ${className}`} {...props} />
);

const EDGE = 'first:pl-5 last:pr-5 print:first:pl-0 print:last:pr-0';

type CellProps = ComponentProps<'td'> & { numeric?: boolean; label?: string };

export function Column({ numeric = false, className = '', ...props }: CellProps) {
  return (
    <th
      role="columnheader"
      scope="col"
      className={`px-3 py-2 align-bottom text-xs font-medium text-faint ${EDGE} ${numeric ? 'text-right' : 'text-left'} ${className}`}
      {...props}
    />
  );
}

export function RowHead({ className = '', label, numeric: _, ...props }: CellProps) {
  return (
    <th
      role="rowheader"
      scope="row"
      data-label={label}
      className={`px-3 py-2.5 text-left align-baseline font-medium ${EDGE} ${className}`}
      {...props}
    />
  );
}

export function Cell({ numeric = false, className = '', label, ...props }: CellProps) {
  return (
    <td
      role="cell"
      data-label={label}
      className={`px-3 py-2.5 align-baseline ${EDGE} ${numeric ? 'text-right tabular-nums' : ''} ${className}`}
      {...props}
    />
  );
}
