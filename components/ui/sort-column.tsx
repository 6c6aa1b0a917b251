import type { ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { Icon } from './icon.tsx';
import { Column } from './table.tsx';

type SortColumnProps = {
  children: ReactNode;
  numeric?: boolean;
  order: 'ascending' | 'descending' | null;
  href: string;
  /** Stands before the name. */
  help?: ReactNode;
  className?: string;
};

export function SortColumn({
  children,
  numeric = false,
  order,
  href,
  help,
  className = '',
}: SortColumnProps) {
  const icon = order === null ? 'sort' : order === 'ascending' ? 'up' : 'fall';
  return (
    <Column numeric={numeric} className={`whitespace-nowrap ${className}`} aria-sort={order ?? 'none'}>
      {help !== undefined && <span className="-my-1 mr-0.5 inline-flex align-middle">{help}</span>}
      <AppLink
        href={href}
        scroll={false}
        className={`group inline-flex items-center gap-1 hover:text-ink ${order === null ? '' : 'font-semibold text-ink'}`}
      >
        {children}
        <Icon
          name={icon}
          className={`size-3 ${order === null ? 'opacity-50 group-hover:opacity-100' : ''}`}
        />
      </AppLink>
    </Column>
  );
}
