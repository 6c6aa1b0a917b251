import { afterEach, expect, it, vi } from 'vitest';
import { handDrawing, takeDrawing } from './handed-drawings.ts';

afterEach(() => vi.unstubAllGlobals());

it('gives the writer of the document each drawing by an id of its own, as often as it asks', () => {
  const [one, other] = [handDrawing('<p>one</p>'), handDrawing('<p>other</p>')];
  expect(one).not.toBe(other);
  expect([takeDrawing(one), takeDrawing(other), takeDrawing(one)]).toEqual([
    '<p>one</p>',
    '<p>other</p>',
    '<p>one</p>',
  ]);
});

it('holds no drawing for longer than a document takes', () => {
  const laterMs = performance.now() + 120_000;
  const id = handDrawing('<p>given up</p>', laterMs);
  handDrawing('<p>next</p>', laterMs + 59_999);
  expect(takeDrawing(id)).toBe('<p>given up</p>');
  handDrawing('<p>later</p>', laterMs + 60_000);
  expect(() => takeDrawing(id)).toThrow('not there');
});

it('reads from the document in the browser, and knows it when the page is gone back to', () => {
  let stands: { innerHTML: string } | null = { innerHTML: '<p>here</p>' };
  vi.stubGlobal('document', {
    querySelector: (asked: string) => (asked === '#drawn-of-page' ? stands : null),
  });
  expect(takeDrawing('drawn-of-page')).toBe('<p>here</p>');
  stands = null;
  expect(takeDrawing('drawn-of-page')).toBe('<p>here</p>');
  expect(() => takeDrawing('drawn-elsewhere')).toThrow('not there');
});
