import { readFileSync } from 'node:fs';
import { parseFactsFile } from '#lib/core/facts-file.ts';
import { judgementJson } from '#lib/core/judgement-json.ts';
import { judgeSubscription } from '#lib/core/judge.ts';
import { englishTexts } from '#lib/texts/english.ts';
import { formatToldLink } from '#lib/texts/format-told-link.ts';

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    throw new Error('cannot be read');
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes what it found.
    throw new Error('does not hold valid JSON');
  }
}

/** `npm run judge -- FILE`: judges a facts file and prints the verdict as JSON. Exit: 0 judged, 1 unreadable, 2 usage. */
function judgeFile(path: string): number {
  let json: unknown;
  try {
    json = readJson(path);
  } catch (error) {
    process.stderr.write(`${path}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  const parsed = parseFactsFile(json);
  if (!parsed.ok) {
    process.stderr.write(
      `${path} is no facts file:\n${parsed.problems.map((one) => `  - ${one}\n`).join('')}`,
    );
    return 1;
  }
  const { facts, period, judgedAt } = parsed.file;
  const told = judgementJson(judgeSubscription(facts, period, judgedAt), { facts, period, judgedAt });
  const linkedHow = formatToldLink(englishTexts('linkedHow'), told.linkedHow, (day) => day);
  process.stdout.write(`${JSON.stringify({ ...told, linkedHow }, null, 2)}\n`);
  return 0;
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write('usage: npm run judge -- FILE (or - for standard input)\n');
  process.exitCode = 2;
} else {
  process.exitCode = judgeFile(path);
}
