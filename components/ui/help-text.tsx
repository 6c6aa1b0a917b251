import { useId, type ComponentProps, type ReactNode } from 'react';
import { useTexts } from '#language';
import { Icon } from './icon.tsx';

type HelpTextProps = {
  about: string;
  /** Where it is drawn once for many pages, whose own ids are other ones each time. */
  id?: string;
  children: ReactNode;
} & Pick<ComponentProps<'button'>, 'tabIndex'>;

/** A question mark that opens a short explanation; the browser's own popover, no script. */
export function HelpText({ about, children, tabIndex, ...named }: HelpTextProps) {
  const t = useTexts('ui');
  const own = useId();
  const { id = own } = named;
  return (
    <span className="inline-flex align-middle whitespace-normal print:hidden">
      <button
        type="button"
        tabIndex={tabIndex}
        popoverTarget={id}
        aria-label={t('about', { subject: about })}
        className="grid size-6 place-items-center rounded-full text-faint hover:text-accent"
      >
        <Icon name="question" className="size-3.5" />
      </button>
      <span
        id={id}
        popover="auto"
        className="tip max-w-xs rounded-md border bg-surface p-3 text-left text-sm font-normal text-soft shadow-lift"
      >
        {children}
      </span>
    </span>
  );
}
