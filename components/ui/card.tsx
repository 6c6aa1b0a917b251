import type { ReactNode } from 'react';

type CardProps = {
  title?: ReactNode;
  note?: ReactNode;
  aside?: ReactNode;
  id?: string;
  /** The content brings its own padding, for tables that reach the edges. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
};

export function Card({ title, note, aside, id, flush = false, className = '', children }: CardProps) {
  return (
    <section
      id={id}
      className={`card when-seen rounded-lg border bg-surface print:rounded-none print:border-x-0 print:border-b-0 ${className}`}
    >
      {title !== undefined && (
        <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-5 pt-4 pb-1 print:px-0">
          <div className="max-w-prose min-w-0">
            <h2 className="text-base font-semibold">{title}</h2>
            {note !== undefined && <p className="text-sm text-soft">{note}</p>}
          </div>
          {aside}
        </header>
      )}
      <div className={flush ? 'pt-1' : 'px-5 pt-2 pb-5 print:px-0'}>{children}</div>
    </section>
  );
}
