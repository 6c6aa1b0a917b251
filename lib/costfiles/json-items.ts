import { parseExactJson } from '#lib/core/exact-json.ts';
import { tellFileReason } from '#lib/core/file-reasons.ts';
import { plainHeader } from './columns.ts';
import { CostFileFailure } from './failure.ts';
import { decodeBytes, type CsvRecord } from './csv-records.ts';

type Item = { line: number; text: string };

const LONGEST = 1_048_576;

/** A list of items, or an answer that has them in a list; else each line is an item. */
export const isList = (head: string): boolean =>
  /^\s*\[/.test(head) || /^\s*\{[^{}[\]]*"(items|value|lineItems)"\s*:\s*\[/.test(head);

async function* lines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Item> {
  let rest = '';
  let line = 1;
  for await (const chunk of chunks) {
    const parts = (rest + chunk.toString('latin1')).split('\n');
    rest = parts.pop() ?? '';
    for (const text of parts) {
      yield { line, text };
      line += 1;
    }
    if (rest.length > LONGEST) {
      yield { line, text: rest };
      rest = '';
    }
  }
  yield { line, text: rest };
}

const SKIPPED = /[^"\\{}[\]]+/y;

/** The objects of the first list, each as it stands; what is behind it is left. Numbered from one. */
async function* listed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Item> {
  let text = '';
  let at = 0;
  let line = 0;
  const state = { depth: -1, inString: false, start: 0 };
  for await (const chunk of chunks) {
    text += chunk.toString('latin1');
    for (; at < text.length; at += 1) {
      SKIPPED.lastIndex = at;
      if (SKIPPED.test(text)) at = SKIPPED.lastIndex;
      const mark = text[at];
      if (mark === '\\') at += 1;
      else if (mark === '"') state.inString = !state.inString;
      else if (!state.inString) {
        if (state.depth === -1 && mark === '[') state.depth = 0;
        else if (state.depth >= 0 && (mark === '{' || mark === '[')) {
          if (state.depth === 0) state.start = at;
          state.depth += 1;
        } else if (state.depth === 0 && mark === ']') return;
        else if (state.depth > 0 && (mark === '}' || mark === ']')) {
          state.depth -= 1;
          if (state.depth === 0) yield { line: (line += 1), text: text.slice(state.start, at + 1) };
        }
      }
    }
    const kept = state.depth > 0 ? state.start : Math.min(at, text.length);
    text = text.slice(kept);
    at -= kept;
    state.start -= kept;
    if (text.length > LONGEST * 4) break;
  }
  throw new CostFileFailure(tellFileReason('items-cut-off', {}));
}

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** The items of a file of JSON as records of these columns. `seen` gathers which of them the items have. */
export async function* readItems(
  chunks: AsyncIterable<Buffer>,
  { columns, head, seen }: { columns: readonly string[]; head: string; seen: Set<string> },
): AsyncGenerator<CsvRecord[]> {
  for await (const { line, text: bytes } of isList(head) ? listed(chunks) : lines(chunks)) {
    if (bytes.trim() === '') continue;
    const text = decodeBytes(bytes, 'utf-8');
    const cells = text === null ? null : cellsOf(text, columns, seen);
    if (cells === null)
      yield [{ line, text: text ?? bytes, cells, fault: tellFileReason('no-json-item', {}) }];
    else yield [{ line, text: text ?? bytes, cells, fault: null }];
  }
}

function cellsOf(text: string, columns: readonly string[], seen: Set<string>): string[] | null {
  let parsed: unknown;
  try {
    parsed = parseExactJson(text);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
  const values = new Map<string, string>();
  for (const [key, value] of Object.entries(parsed)) {
    const plain = plainHeader(key);
    if (!values.has(plain)) values.set(plain, cellText(value));
    seen.add(plain);
  }
  return columns.map((column) => values.get(column) ?? '');
}
