import type { ComponentProps, ReactNode } from 'react';

type TableProps = {
  caption: string;
  children: ReactNode;
  /** One card per row where the screen is narrow. */
  stack?: boolean;
  /** The head stays in view on wide screens, the first column where the table scrolls sideways. */
  sticky?: boolean | 'wide';
};

const STICKY = { usual: 'table-sticky', wide: 'table-sticky-wide' };

/** Roles are spelled out because a stacked table loses them with its display value in some browsers. */
export function Table({ caption, children, stack = true, sticky = false }: TableProps) {
  const kept = sticky === false ? '' : STICKY[sticky === 'wide' ? 'wide' : 'usual'];
  return (
    <div
      {...(stack ? {} : { tabIndex: 0, role: 'group', 'aria-label': caption })}
      className={`table-frame ${stack ? '' : 'table-scrolls'} ${kept}`}
    >
      <table role="table" className={stack ? 'table-plain stack-table' : 'table-plain'}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function Head({ children }: { children: ReactNode }) {
  return (
    <thead role="rowgroup">
      <tr role="row">{children}</tr>
    </thead>
  );
}

export const Body = (props: ComponentProps<'tbody'>) => <tbody role="rowgroup" {...props} />;
export const Foot = (props: ComponentProps<'tfoot'>) => <tfoot role="rowgroup" {...props} />;

export const Row = (props: ComponentProps<'tr'>) => <tr role="row" {...props} />;

const classesOf = (numeric: boolean, className: string | undefined): { className?: string } => {
  const classes = [numeric ? 'number' : '', className ?? ''].filter((name) => name !== '').join(' ');
  return classes === '' ? {} : { className: classes };
};

type CellProps = ComponentProps<'td'> & {
  numeric?: boolean;
  /** Stands above the value where rows are cards. */
  label?: string;
  /** Takes the card's whole width. */
  wide?: boolean;
};

export const Column = ({
  numeric = false,
  className,
  ...props
}: ComponentProps<'th'> & { numeric?: boolean }) => (
  <th role="columnheader" scope="col" {...classesOf(numeric, className)} {...props} />
);

export const RowHead = (props: ComponentProps<'th'>) => <th role="rowheader" scope="row" {...props} />;

export const Cell = ({ numeric = false, wide = false, className, label, ...props }: CellProps) => (
  <td
    role="cell"
    data-label={label}
    data-wide={wide || undefined}
    {...classesOf(numeric, className)}
    {...props}
  />
);
