export type Token = { kind: 'name' | 'text' | 'number' | 'sign' | 'end'; text: string; at: number };

/** What Resource Graph says of a query that it cannot read, and where. */
export class KqlProblem extends Error {
  readonly at: number;
  readonly token: string;

  constructor(message: string, { at, text }: Pick<Token, 'at' | 'text'>) {
    super(message);
    this.at = at;
    this.token = text;
  }
}

const SIGNS = [
  '!in~',
  '!in',
  '!~',
  '!=',
  '=~',
  '==',
  '<=',
  '>=',
  '|',
  '(',
  ')',
  '[',
  ']',
  ',',
  '.',
  '=',
  '<',
  '>',
  '-',
];
const NAME = /[A-Za-z_][\w$]*~?/y;
const NUMBER = /\d+/y;
const SPACE = /(?:\s|\/\/[^\n]*)+/y;

export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(query)?.[0] ?? null;
  };
  while (at < query.length) {
    const space = match(SPACE);
    if (space !== null) {
      at += space.length;
      continue;
    }
    const token = tokenAt();
    tokens.push(token.token);
    at += token.length;
  }
  return [...tokens, { kind: 'end', text: '<EOF>', at }];

  function tokenAt(): { token: Token; length: number } {
    const quote = query[at];
    if (quote === "'" || quote === '"') return textAt(query, at, quote);
    const sign = SIGNS.find((candidate) => query.startsWith(candidate, at));
    const name = match(NAME);
    const number = match(NUMBER);
    if (sign !== undefined) return { token: { kind: 'sign', text: sign, at }, length: sign.length };
    if (name !== null) return { token: { kind: 'name', text: name, at }, length: name.length };
    if (number !== null) return { token: { kind: 'number', text: number, at }, length: number.length };
    throw new KqlProblem('unexpected character', { at, text: query[at] ?? '' });
  }
}

function textAt(query: string, at: number, quote: string): { token: Token; length: number } {
  let text = '';
  for (let index = at + 1; index < query.length; index++) {
    const character = query[index] ?? '';
    if (character === '\\') text += query[++index] ?? '';
    else if (character === quote) return { token: { kind: 'text', text, at }, length: index + 1 - at };
    else text += character;
  }
  throw new KqlProblem('a text is not closed', { at, text: quote });
}
