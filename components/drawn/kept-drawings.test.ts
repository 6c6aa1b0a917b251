import { expect, it } from 'vitest';
import { keepDrawing } from './kept-drawings.ts';

it('draws once of an answer, and anew of another one or by another name', () => {
  const [answer, other] = [{}, {}];
  let times = 0;
  const draw = (): string => {
    times += 1;
    return `<p>${times}</p>`;
  };
  expect(keepDrawing(answer, 'en page', draw)).toBe('<p>1</p>');
  expect(keepDrawing(answer, 'en page', draw)).toBe('<p>1</p>');
  expect(keepDrawing(answer, 'nl page', draw)).toBe('<p>2</p>');
  expect(keepDrawing(other, 'en page', draw)).toBe('<p>3</p>');
});

it('forgets the oldest drawing of an answer that is drawn in ever new ways', () => {
  const answer = {};
  for (let minute = 0; minute < 60; minute += 1) keepDrawing(answer, `page ${minute}`, () => `${minute}`);
  expect(keepDrawing(answer, 'page 59', () => 'anew')).toBe('59');
  expect(keepDrawing(answer, 'page 0', () => 'anew')).toBe('anew');
});
