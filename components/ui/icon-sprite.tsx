import { ICON_SHAPES } from './icon-shapes.ts';

const SYMBOLS = Object.entries(ICON_SHAPES)
  .map(([name, shape]) => `<symbol id="icon-${name}" viewBox="0 0 24 24"><path d="${shape}"/></symbol>`)
  .join('');

/** Drawn once per document; every Icon refers to it. One text: React would go through each of them on every page. */
export function IconSprite() {
  return (
    <svg
      width="0"
      height="0"
      className="absolute"
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={{ __html: SYMBOLS }}
    />
  );
}
