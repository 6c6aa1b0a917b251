'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import { takeDrawing } from './handed-drawings.ts';

const STOPS = 'a[href], button, summary';

/** What stays of an element whose figures change. */
const nameOf = (element: Element): string => element.getAttribute('href') ?? element.textContent;

/** False: nothing of that name takes the focus, as what stands in a closed menu does not. */
const focusAgain = (place: Element | null, name: string): boolean =>
  [...(place?.querySelectorAll<HTMLElement>(STOPS) ?? [])].some((stop) => {
    if (nameOf(stop) !== name) return false;
    stop.focus({ preventScroll: true });
    return document.activeElement === stop;
  });

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
    if (focused.current === null || place.current?.contains(document.activeElement) === true) return;
    // Gone with its element. Unless something else has it meanwhile, it goes on; and never back to here later.
    const isFree = document.activeElement === document.body;
    if (!isFree || !focusAgain(place.current, focused.current)) focused.current = null;
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
