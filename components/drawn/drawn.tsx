import { useLanguage } from '#language';
import type { ReactNode } from 'react';
import { DrawnHtml } from './drawn-html.tsx';
import { drawHtml } from './draw-html.ts';
import { keepDrawing } from './kept-drawings.ts';

type DrawnProps = {
  /** The answer that it shows. Where nothing was written since, the next one who asks is given the same. */
  of: object;
  /** Which part of the page it is, and what it depends on beside the answer and the language. */
  name: string;
  /** Of the element around it. */
  className?: string;
  children: ReactNode;
};

/** A part of a page that needs no script: drawn once of an answer, for all who are shown it. */
export function Drawn({ of, name, className, children }: DrawnProps) {
  const language = useLanguage();
  const html = keepDrawing(of, `${language} ${name}`, () => drawHtml(children));
  return <DrawnHtml className={className} html={html} />;
}

/** Ages on the screen are told in minutes: what shows them is drawn anew as often. */
export const minuteOf = (now: string): string => now.slice(0, 'yyyy-mm-ddThh:mm'.length);
