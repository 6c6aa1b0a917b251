'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import { takeDrawing } from './handed-drawings.ts';

const STOPS = 'a[href], button, summary';

/** What stays of an element whose figures change. */
const nameOf = (element: Element): string => element.getAttribute('href') ?? element.textContent;

/** What is drawn, or where it stands in the document that is loaded. */
type Drawing = { html: string } | { id: string };

type DrawnHtmlProps = { className: string | undefined; drawn: Drawing };

/** HTML of the server. When another replaces it, the focus and what was opened stay where they were. */
export function DrawnHtml({ className, drawn }: DrawnHtmlProps) {
  const { id, html } =
    'id' in drawn ? { id: drawn.id, html: takeDrawing(drawn.id) } : { id: undefined, ...drawn };
  const place = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);
  const opened = useRef(new Set<string>());
  const menus = useRef(new Set<string>());
  useLayoutEffect(() => {
    for (const menu of place.current?.querySelectorAll<HTMLElement>('[popover]') ?? []) {
      if (menus.current.has(menu.id) && !menu.matches(':popover-open')) menu.showPopover();
    }
    const summaries = [...(place.current?.querySelectorAll('summary') ?? [])];
    const still = summaries.filter((summary) => opened.current.has(nameOf(summary)));
    for (const summary of still) summary.closest('details')?.setAttribute('open', '');
    opened.current = new Set(still.map(nameOf));
    // Gone with its element, and nothing else has it meanwhile.
    if (focused.current === null || document.activeElement !== document.body) return;
    const stops = [...(place.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
    stops.find((stop) => nameOf(stop) === focused.current)?.focus({ preventScroll: true });
  });
  useEffect(() => {
    const onToggle = ({ target }: Event) => {
      if (target instanceof HTMLElement && target.popover !== null) {
        if (target.matches(':popover-open')) menus.current.add(target.id);
        else menus.current.delete(target.id);
        return;
      }
      const summary = target instanceof HTMLDetailsElement ? target.querySelector('summary') : null;
      if (summary === null) return;
      if (summary.closest('details')?.open === true) opened.current.add(nameOf(summary));
      else opened.current.delete(nameOf(summary));
    };
    const element = place.current;
    // It does not bubble.
    element?.addEventListener('toggle', onToggle, true);
    return () => element?.removeEventListener('toggle', onToggle, true);
  }, []);
  return (
    <div
      ref={place}
      id={id}
      className={className}
      onFocus={({ target }) => {
        focused.current = nameOf(target);
      }}
      onBlur={({ target }) => {
        if (target.isConnected) focused.current = null;
      }}
      // Of texts that draw-html.ts has escaped.
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
