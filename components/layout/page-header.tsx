import type { ReactNode } from 'react';

type PageHeaderProps = {
  title: string;
  above?: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
  meta?: ReactNode;
};

/** The page's one h1, its finding in a sentence, and what chooses the period. */
export function PageHeader({ title, above, lead, meta, children }: PageHeaderProps) {
  return (
    <header className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {above}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 className="min-w-0 text-2xl font-semibold tracking-tight break-words">
          <bdi>{title}</bdi>
        </h1>
        {children}
      </div>
      {lead !== undefined && <p className="max-w-3xl text-lg text-soft">{lead}</p>}
      {meta !== undefined && <div className="text-sm text-faint">{meta}</div>}
    </header>
  );
}
