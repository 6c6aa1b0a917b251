import type { ComponentProps, ReactNode } from 'react';

type TableProps = {
  caption: string;
  children: ReactNode;
  /** One card per row where the screen is narrow. */
  stack?: boolean;
  /** The head stays in view on wide screens, the first column where the table scrolls sideways. */
  sticky?: boolean | 'wide';
};

const STICKY = {
  usual:
    'xl:overflow-x-visible xl:[&_thead_th]:sticky xl:[&_thead_th]:top-(--banner) xl:[&_thead_th]:z-10 xl:[&_thead_th]:bg-surface xl:[&_thead_th]:shadow-[inset_0_-1px_var(--color-line)] xl:[&_thead_th:first-child]:rounded-tl-lg xl:[&_thead_th:last-child]:rounded-tr-lg md:max-xl:[&_tr>th:first-child]:sticky md:max-xl:[&_tr>th:first-child]:left-0 md:max-xl:[&_tr>th:first-child]:z-10 md:max-xl:[&_tr>th:first-child]:bg-surface md:max-xl:[&_tr>th:first-child]:shadow-[inset_-1px_0_var(--color-line)]',
  /** For tables of many columns, which fit from 1440 pixels on. */
  wide: 'min-[90rem]:overflow-x-visible min-[90rem]:[&_thead_th]:sticky min-[90rem]:[&_thead_th]:top-(--banner) min-[90rem]:[&_thead_th]:z-10 min-[90rem]:[&_thead_th]:bg-surface min-[90rem]:[&_thead_th]:shadow-[inset_0_-1px_var(--color-line)] min-[90rem]:[&_thead_th:first-child]:rounded-tl-lg min-[90rem]:[&_thead_th:last-child]:rounded-tr-lg md:max-[90rem]:[&_tr>th:first-child]:sticky md:max-[90rem]:[&_tr>th:first-child]:left-0 md:max-[90rem]:[&_tr>th:first-child]:z-10 md:max-[90rem]:[&_tr>th:first-child]:bg-surface md:max-[90rem]:[&_tr>th:first-child]:shadow-[inset_-1px_0_var(--color-line)]',
};

/** Roles are spelled out because a stacked table loses them with its display value in some browsers. */
export function Table({ caption, children, stack = true, sticky = false }: TableProps) {
  const scroll = stack ? 'md:overflow-x-auto' : 'overflow-x-auto';
  return (
    <div
      {...(stack ? {} : { tabIndex: 0, role: 'group', 'aria-label': caption })}
      className={`relative ${scroll} print:overflow-visible ${sticky === false ? '' : STICKY[sticky === 'wide' ? 'wide' : 'usual']}`}
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

const EDGE = 'md:first:pl-5 md:last:pr-5 print:first:pl-0 print:last:pr-0';

type CellProps = ComponentProps<'td'> & {
  numeric?: boolean;
  /** Stands above the value where rows are cards. */
  label?: string;
  /** Takes the card's whole width. */
  wide?: boolean;
};

export function Column({
  numeric = false,
  className = '',
  ...props
}: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      role="columnheader"
      scope="col"
      className={`px-3 py-2 align-bottom print:px-1 text-xs font-medium text-faint ${EDGE} ${numeric ? 'text-right' : 'text-left'} ${className}`}
      {...props}
    />
  );
}

export function RowHead({ className = '', ...props }: ComponentProps<'th'>) {
  return (
    <th
      role="rowheader"
      scope="row"
      className={`px-3 py-2.5 text-left align-baseline print:px-1 font-medium ${EDGE} ${className}`}
      {...props}
    />
  );
}

export function Cell({ numeric = false, wide = false, className = '', label, ...props }: CellProps) {
  return (
    <td
      role="cell"
      data-label={label}
      data-wide={wide || undefined}
      className={`px-3 py-2.5 align-baseline print:px-1 ${EDGE} ${numeric ? 'text-right tabular-nums' : ''} ${className}`}
      {...props}
    />
  );
}
