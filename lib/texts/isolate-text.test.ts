import { expect, test } from 'vitest';
import { isolateText } from './isolate-text.ts';

test.each(['Adler & Söhne', '晨光物流', 'O’Brien', '', 'Ελλάδα'])('leaves %s as it is', (name) => {
  expect(isolateText(name)).toBe(name);
});

test.each(['אור הצפון', 'شركة النخيل', 'Evil\u202Egnp.exe', 'Mark\u200F'])(
  'keeps %j to itself, with all its letters',
  (name) => {
    expect(isolateText(name)).toBe(`\u2068${name}\u2069`);
  },
);

test('lets no mark within a name end what keeps it apart', () => {
  expect(isolateText('a\u2069\u202Eb\u2066')).toBe('\u2068a\u202Eb\u2069');
});
