/** A file's text with parts made blank, so that positions and line numbers stay what they are. */
export type SourceText = {
  /** Without comments. */
  statements: string;
  /** Without comments and without what strings say. */
  code: string;
  /** Comments only. */
  comments: string;
};

type Part = 'code' | 'comment' | 'string';

const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\n]|=>|\breturn|\bcase)\s*$/;

const quoted = (quote: string) => new RegExp(`${quote}(?:[^${quote}\\\\\\n]|\\\\.)*${quote}?`, 'y');
const LINE_COMMENT = /\/\/[^\n]*/y;
const BLOCK_COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/y;
const SINGLE = quoted("'");
const DOUBLE = quoted('"');
const REGEX = /\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;

function matchAt(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? '';
}

/** One step of reading: what stands here, and what part of the file it is. */
function literalAt(text: string, position: number): [Part, string] | null {
  const two = text.slice(position, position + 2);
  if (two === '//') return ['comment', matchAt(LINE_COMMENT, text, position)];
  if (two === '/*') return ['comment', matchAt(BLOCK_COMMENT, text, position)];
  const one = two[0];
  if (one === "'") return ['string', matchAt(SINGLE, text, position)];
  if (one === '"') return ['string', matchAt(DOUBLE, text, position)];
  if (one === '/' && BEFORE_REGEX.test(text.slice(Math.max(0, position - 40), position))) {
    return ['string', matchAt(REGEX, text, position)];
  }
  return null;
}

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

/** Keeps the quotes: an empty argument list is not the same as one with a text. */
const blankString = (text: string): string =>
  /^['"]/.test(text) && text.length > 1 ? `${text[0]}${blank(text.slice(1, -1))}${text.at(-1)}` : blank(text);

const inCode = (part: Part, piece: string): string => {
  if (part === 'code') return piece;
  return part === 'string' ? blankString(piece) : blank(piece);
};

class Reader {
  readonly #text: string;
  #position = 0;
  readonly #out = { statements: '', code: '', comments: '' };

  constructor(text: string) {
    this.#text = text;
  }

  read(): SourceText {
    this.#readCode(null);
    return this.#out;
  }

  #take(part: Part, piece: string): void {
    this.#out.statements += part === 'comment' ? blank(piece) : piece;
    this.#out.code += inCode(part, piece);
    this.#out.comments += part === 'comment' ? piece : blank(piece);
    this.#position += piece.length;
  }

  /** Up to the end, or to the brace that closes an expression within a template. */
  #readCode(end: '}' | null): void {
    let depth = 0;
    while (this.#position < this.#text.length) {
      const here = this.#text[this.#position] ?? '';
      if (here === '}' && end !== null && depth === 0) return;
      if (here === '{') depth += 1;
      if (here === '}') depth -= 1;
      const [part, piece] = literalAt(this.#text, this.#position) ?? ['code', ''];
      if (here === '`') this.#readTemplate();
      else if (piece === '') this.#take('code', here);
      else this.#take(part, piece);
    }
  }

  #readTemplate(): void {
    this.#take('code', '`');
    while (this.#position < this.#text.length) {
      this.#take('string', matchAt(TEMPLATE_TEXT, this.#text, this.#position));
      if (this.#text[this.#position] !== '$') break;
      this.#take('code', '${');
      this.#readCode('}');
      this.#take('code', this.#text[this.#position] ?? '');
    }
    this.#take('code', this.#text[this.#position] ?? '');
  }
}

export const readSource = (text: string): SourceText => new Reader(text).read();

export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;
