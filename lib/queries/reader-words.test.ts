import { expect, test } from 'vitest';
import type { ToldLink } from '#lib/core/linked-how.ts';
import type { StepValues } from '#lib/core/remedies/steps.ts';
import { wordsFor } from './reader-words.ts';

const values: StepValues = {
  ...{ subscriptionId: 'S', tenantId: 'T', managingTenantId: 'M', linkTenantId: 'M', partnerId: '5001002' },
  ...{ principalName: 'Agents', roleName: 'Reader', scope: 'S', agentGroupId: null, missingRight: null },
  ...{ judgeableFrom: '2026-11-23', notBefore: null },
};

test('a program reads English with ISO dates, a person a language with its dates', () => {
  expect(wordsFor('program').step('judge-again-later', values)).toContain('Wait until 2026-11-23:');
  expect(wordsFor('en').step('judge-again-later', values)).toContain('Wait until 23 Nov 2026:');
  expect(wordsFor('nl').step('judge-again-later', values)).toContain('Wacht tot 23 nov 2026:');
  expect(wordsFor('zh-Hans').step('judge-again-later', values)).toContain('2026年11月23日');
});

test('a step of before texts had languages stays the sentence that it was', () => {
  expect(wordsFor('sv').step('There is nothing to repair.', values)).toBe('There is nothing to repair.');
});

test('a link is told with its day in the language of whoever reads', () => {
  const told: ToldLink = {
    ...{ kind: 'link', name: 'Ann', partnerId: '5001002', tenantId: 'T' },
    ...{ isMember: false, how: 'own-token', day: '2026-11-21' },
  };
  expect(wordsFor('program').linkedHow(told)).toContain('on 2026-11-21');
  expect(wordsFor('sv').linkedHow(told)).toContain('läst med dess egen token den 21 nov. 2026');
});

test('a line that was put aside is told why in the language of whoever reads', () => {
  const stored = 'it is of 2025-12, of which this file has 3 days only';
  expect(wordsFor('program').fileReason(stored)).toBe(stored);
  expect(wordsFor('nl').fileReason(stored)).toContain('december 2025');
  expect(wordsFor('sv').fileReason('day is no date')).not.toContain('is no date');
  expect(wordsFor('sv').fileReason('a sentence of an older version')).toBe('a sentence of an older version');
});
