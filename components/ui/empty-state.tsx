import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type EmptyStateProps = { icon: IconName; title: string; children: ReactNode; action?: ReactNode };

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <section className="rounded-lg border border-dashed border-line-strong bg-surface px-6 py-14">
      <div className="mx-auto grid max-w-lg justify-items-start gap-3">
        <span className="grid size-10 place-items-center rounded-full bg-accent-wash text-accent">
          <Icon name={icon} className="size-5" />
        </span>
        <h2 className="text-lg font-semibold">{title}</h2>
        <div className="grid gap-2 text-base text-soft">{children}</div>
        {action !== undefined && <div className="pt-2">{action}</div>}
      </div>
    </section>
  );
}
