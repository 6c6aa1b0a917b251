import { expect, test } from 'vitest';
import { badCursor } from '#lib/queries/bad-query.ts';
import { customersQuery } from '#lib/queries/schemas/customers.ts';
import { answerOrProblems, parseSearch } from './parse-search.ts';

const parse = (given: Record<string, string | string[]>) =>
  parseSearch(customersQuery, Promise.resolve(given));
const namesOf = async (given: Record<string, string | string[]>) =>
  (await parse(given)).problems?.map(({ name }) => name);

test('takes empty fields of a form as left out', async () => {
  expect(await parse({ q: '', verdict: 'earning' })).toEqual({
    problems: null,
    query: { verdict: 'earning', limit: 100 },
  });
});

test('names each filter that is wrong, unknown or given twice', async () => {
  expect(await namesOf({ verdict: 'green' })).toEqual(['verdict']);
  expect(await namesOf({ colour: 'green', size: '3' })).toEqual(['colour', 'size']);
  expect(await namesOf({ q: ['a', 'b'] })).toEqual(['q']);
  expect(await namesOf({ period: '2026-13' })).toEqual(['period']);
});

test('names a parameter that only the query can refuse', async () => {
  const refused = Promise.reject(badCursor());
  expect(await answerOrProblems(refused)).toEqual({
    answer: null,
    problems: [{ name: 'cursor', fault: 'cursor' }],
  });
});

test('lets any other failure reach the error page', async () => {
  await expect(answerOrProblems(Promise.reject(new Error('gone')))).rejects.toThrow('gone');
});
