import { describe, expect, it } from 'vitest';
import { FILE_REASONS, readFileReason, tellFileReason } from './file-reasons.ts';
import { makeReasons, type Reason } from './reasons.ts';
import { readStepReason, STEP_REASONS, tellStepReason } from './step-reasons.ts';

const PLACES = /\{(\w+)([#~]?)\}/g;

/** A sentence with something in each of its places, and what is to be read from it. */
function sampleOf(sentence: string, inner: Reason & { text: string }): { text: string; values: object } {
  const values: Record<string, unknown> = {};
  const text = sentence.replaceAll(PLACES, (_, name: string, kind: string) => {
    const given = kind === '#' ? 1204 : kind === '~' ? inner.text : 'Ållebo:2.csv';
    values[name] = kind === '~' ? { code: inner.code, values: inner.values } : given;
    return String(given);
  });
  return { text, values };
}

describe('a sentence of ours', () => {
  const tables = [
    {
      table: FILE_REASONS,
      read: readFileReason,
      inner: { code: 'no-lines', values: {}, text: 'The file has no lines.' },
    },
    { table: STEP_REASONS, read: readStepReason, inner: { code: '', values: {}, text: '' } },
  ];
  const all = tables.flatMap(({ table, read, inner }) =>
    Object.entries(table).map(([code, sentence]) => ({ code, read, ...sampleOf(sentence, inner) })),
  );

  it.each(all)(
    '$code is known again by its words, with what was put into them',
    ({ code, read, text, values }) => {
      expect(read(text)).toEqual({ code, values });
    },
  );

  it('is known where it was stored before it had a code', () => {
    expect(readFileReason('Line 12 of november.csv: Cost is no amount.')).toEqual({
      code: 'line-fault-in',
      values: { line: 12, file: 'november.csv', fault: { code: 'no-amount', values: { column: 'Cost' } } },
    });
    expect(readFileReason('3 of 9 lines cannot be read, which are too many to leave out. ')).toMatchObject({
      code: 'too-many-unreadable',
      values: { rejected: 3, lines: 9, first: '' },
    });
    expect(readStepReason('an internal error ended the run; see the log')?.code).toBe('run-fault');
    expect(readStepReason('Azure announced 900 rows and sent 400')?.values).toEqual({
      expected: 900,
      read: 400,
    });
  });

  it('is not found in words of others', () => {
    const azures = [
      'The client does not have authorization to perform action: a/b is missing permissions.',
      'Azure announced many rows and sent 400',
      '',
    ];
    for (const words of azures) expect([readFileReason(words), readStepReason(words)]).toEqual([null, null]);
  });

  it('is told with the values at their places, whatever they hold', () => {
    expect(tellFileReason('empty', { file: '{file} $& a' })).toBe('{file} $& a is empty.');
    expect(tellStepReason('no-export', { period: '2026-10' })).toContain('delivered 2026-10');
  });

  it('of more words of its own is meant rather than one that begins with a name', () => {
    const { read } = makeReasons({ short: '{a} ends', long: 'the list {a} never ends' });
    expect(read('the list x never ends')?.code).toBe('long');
  });
});
