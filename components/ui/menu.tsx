import { useId, type ComponentProps, type ReactNode } from 'react';

type MenuProps = {
  /** Where it is drawn once for many pages, whose own ids are other ones each time. */
  id?: string;
  /** What the button shows. */
  label: ReactNode;
  /** Of the button. */
  className: string;
  /** Of what it opens. */
  boxClassName?: string;
  children: ReactNode;
} & Pick<ComponentProps<'button'>, 'title'> &
  Pick<ComponentProps<'div'>, 'onToggle'>;

/** Opens by its button, closes by Escape or a click beside it: the browser's own popover, no script. */
export function Menu({
  label,
  className,
  boxClassName = '',
  title,
  onToggle,
  children,
  ...named
}: MenuProps) {
  const own = useId();
  const { id = own } = named;
  return (
    <>
      <button type="button" popoverTarget={id} title={title} className={className}>
        {label}
      </button>
      <div id={id} popover="auto" onToggle={onToggle} className={`menu ${boxClassName}`}>
        {children}
      </div>
    </>
  );
}
