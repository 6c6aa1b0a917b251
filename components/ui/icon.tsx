import { ICON_SHAPES, type IconName } from './icon-shapes.ts';

export type { IconName };

/** With its own shape: a browser copies what a `use` refers to for each of them, which costs a page more. */
export function Icon({ name, className = 'size-4' }: { name: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={`icon ${className}`} aria-hidden="true">
      <path d={ICON_SHAPES[name]} />
    </svg>
  );
}
