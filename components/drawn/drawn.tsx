import { useLanguage } from '#language';
import { use, type ReactNode } from 'react';
import { asksForDocument } from './asks-for-document.ts';
import { DrawnHtml } from './drawn-html.tsx';
import { drawHtml } from './draw-html.ts';
import { handDrawing } from './handed-drawings.ts';
import { keepDrawing } from './kept-drawings.ts';

type DrawnProps = {
  /** The answer that it shows: as long as nothing is written, the next one who asks is given the same. null: drawn anew. */
  of: object | null;
  /** Which part of the page it is, and what it depends on beside the answer and the language. */
  name?: string;
  /** Of the element around it. */
  className?: string;
  children: ReactNode;
};

/** Characters from which a drawing is not written a second time for scripts, which read it from the document. */
const LONG = 2000;

/** A part of a page that needs no script. Of an answer it is drawn once, for all who are shown it. */
export function Drawn({ of, name = '', className, children }: DrawnProps) {
  const language = useLanguage();
  const inDocument = use(asksForDocument());
  const draw = () => drawHtml(children);
  const html = of === null ? draw() : keepDrawing(of, `${language} ${name}`, draw);
  const drawn = inDocument && html.length >= LONG ? { id: handDrawing(html) } : { html };
  return <DrawnHtml className={className} drawn={drawn} />;
}

/** Ages on the screen are told in minutes: what shows them is drawn anew as often. */
export const minuteOf = (now: string): string => now.slice(0, 'yyyy-mm-ddThh:mm'.length);
