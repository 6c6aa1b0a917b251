import type { IconName } from './icon-shapes.ts';

export type { IconName };

export function Icon({ name, className = 'size-4' }: { name: IconName; className?: string }) {
  return (
    <svg className={`icon ${className}`} aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  );
}
