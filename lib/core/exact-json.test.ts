import { expect, it } from 'vitest';
import { parseExactJson } from './exact-json.ts';

it('keeps every digit of a number, where a binary float would not', () => {
  expect(parseExactJson('{"rows":[[0.1000000000000000055511151231257827,6e-05,-12.30,20260401]]}')).toEqual({
    rows: [['0.1000000000000000055511151231257827', '6e-05', '-12.30', '20260401']],
  });
});

it('leaves texts, booleans and null alone', () => {
  expect(parseExactJson('["1",true,null]')).toEqual(['1', true, null]);
});
