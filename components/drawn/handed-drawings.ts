type Handed = { html: string; untilMs: number };

declare global {
  // What draws for React's stream and what writes the document are loaded apart in one process.
  var pecboardDrawings: Map<string, Handed> | undefined;
}

/** The document is written within moments; a request that was given up leaves nothing for longer. */
const HELD_MS = 60_000;

let handedOver = 0;

/** Lays a drawing ready for the document that is being written, by an id of its own there. */
export function handDrawing(html: string, nowMs = performance.now()): string {
  const held = (globalThis.pecboardDrawings ??= new Map());
  for (const [id, { untilMs }] of held) {
    if (untilMs > nowMs) break;
    held.delete(id);
  }
  handedOver += 1;
  const id = `drawn-${handedOver}`;
  held.set(id, { html, untilMs: nowMs + HELD_MS });
  return id;
}

/** By id, what stood in the document when scripts first looked: a page that is gone back to is shown it again. */
const found = new Map<string, string>();

/** The drawing of this id: while the document is written what was laid ready, in the browser what stands there. */
export function takeDrawing(id: string): string {
  if (typeof document === 'undefined') return required(globalThis.pecboardDrawings?.get(id)?.html);
  const html = found.get(id) ?? required(document.querySelector(`#${id}`)?.innerHTML);
  found.set(id, html);
  return html;
}

function required(html: string | undefined): string {
  if (html === undefined) throw new Error('What was drawn is not there');
  return html;
}
