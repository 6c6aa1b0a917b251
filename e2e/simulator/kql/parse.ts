import { KqlProblem, tokensOf, type Token } from './tokens.ts';

export type Expression =
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'bool'; value: boolean }
  | { kind: 'column'; name: string; at: number }
  | { kind: 'member'; of: Expression; key: string | number }
  | { kind: 'call'; name: string; of: Expression[] }
  | { kind: 'compare'; operator: string; left: Expression; right: Expression[] }
  | { kind: 'logic'; operator: 'and' | 'or'; parts: Expression[] };

export type Named = { name: string; value: Expression };

export type Operator =
  | { kind: 'where'; test: Expression }
  | { kind: 'extend' | 'project'; columns: Named[] }
  | { kind: 'order'; by: { value: Expression; descending: boolean }[] }
  | { kind: 'limit'; count: number }
  | { kind: 'count' };

export type Query = { table: string; operators: Operator[] };

/** Functions that this stand-in knows, with the number of their arguments. */
export const FUNCTIONS: Readonly<Record<string, number>> = {
  tostring: 1,
  tolower: 1,
  toupper: 1,
  isempty: 1,
  isnotempty: 1,
  isnull: 1,
  isnotnull: 1,
  array_length: 1,
  not: 1,
  split: 2,
};

const COMPARISONS = new Set(['==', '!=', '=~', '!~', 'contains', 'startswith', 'endswith', 'has']);
const MEMBERSHIPS = new Set(['in', 'in~', '!in', '!in~']);

/** A subset of the Kusto query language: what it does not know is an error, as with Azure. */
export function parseKql(text: string): Query {
  return new Parser(tokensOf(text)).query();
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  query(): Query {
    const table = this.#name('a table');
    const operators: Operator[] = [];
    while (this.#take('|')) operators.push(this.#operator());
    if (this.#token().kind !== 'end') throw this.#problem('|');
    return { table, operators };
  }

  #operator(): Operator {
    const word = this.#name('an operator');
    if (word === 'where') return { kind: 'where', test: this.#either() };
    if (word === 'extend' || word === 'project')
      return { kind: word, columns: this.#list(() => this.#named(word)) };
    if (word === 'order' || word === 'sort') {
      this.#word('by');
      return { kind: 'order', by: this.#list(() => this.#ordering()) };
    }
    if (word === 'limit' || word === 'take') return { kind: 'limit', count: this.#number() };
    if (word === 'count') return { kind: 'count' };
    this.#next -= 1;
    throw this.#problem('an operator that is known');
  }

  #named(operator: 'extend' | 'project'): Named {
    const start = this.#token();
    const following = this.#tokens[this.#next + 1];
    if (start.kind === 'name' && following?.text === '=' && following.kind === 'sign') {
      this.#next += 2;
      return { name: start.text, value: this.#either() };
    }
    if (operator === 'extend') throw this.#problem('name =');
    const value = this.#value();
    if (value.kind === 'column') return { name: value.name, value };
    // A projected path takes the name of its parts, joined, as Kusto does it.
    if (value.kind === 'member') return { name: pathName(value), value };
    throw this.#problem('a column');
  }

  /** Kusto sorts downwards unless told otherwise. */
  #ordering(): { value: Expression; descending: boolean } {
    const value = this.#value();
    if (this.#takeWord('asc')) return { value, descending: false };
    this.#takeWord('desc');
    return { value, descending: true };
  }

  #either(): Expression {
    const first = this.#both();
    const parts = [first];
    while (this.#takeWord('or')) parts.push(this.#both());
    return parts.length === 1 ? first : { kind: 'logic', operator: 'or', parts };
  }

  #both(): Expression {
    const first = this.#comparison();
    const parts = [first];
    while (this.#takeWord('and')) parts.push(this.#comparison());
    return parts.length === 1 ? first : { kind: 'logic', operator: 'and', parts };
  }

  #comparison(): Expression {
    const left = this.#value();
    const { text } = this.#token();
    if (COMPARISONS.has(text)) {
      this.#next += 1;
      return { kind: 'compare', operator: text, left, right: [this.#value()] };
    }
    if (!MEMBERSHIPS.has(text)) return left;
    this.#next += 1;
    this.#expect('(');
    const right = this.#list(() => this.#value());
    this.#expect(')');
    return { kind: 'compare', operator: text, left, right };
  }

  #value(): Expression {
    let value = this.#atom();
    for (;;) {
      if (this.#take('.')) value = { kind: 'member', of: value, key: this.#name('a property') };
      else if (this.#take('[')) {
        value = { kind: 'member', of: value, key: this.#index() };
        this.#expect(']');
      } else return value;
    }
  }

  #index(): string | number {
    const token = this.#token();
    if (token.kind === 'text') {
      this.#next += 1;
      return token.text;
    }
    return this.#take('-') ? -this.#number() : this.#number();
  }

  #atom(): Expression {
    const token = this.#token();
    this.#next += 1;
    if (token.kind === 'text') return { kind: 'text', value: token.text };
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
    if (token.kind === 'sign' && token.text === '(') {
      const inner = this.#either();
      this.#expect(')');
      return inner;
    }
    if (token.kind === 'name') return this.#nameOrCall(token);
    this.#next -= 1;
    throw this.#problem('a value');
  }

  #nameOrCall(token: Token): Expression {
    if (token.text === 'true' || token.text === 'false')
      return { kind: 'bool', value: token.text === 'true' };
    if (!this.#take('(')) return { kind: 'column', name: token.text, at: token.at };
    const wanted = FUNCTIONS[token.text];
    const of = this.#list(() => this.#either());
    this.#expect(')');
    if (wanted === of.length) return { kind: 'call', name: token.text, of };
    throw new KqlProblem(`${token.text}() is not known with ${of.length} arguments`, token);
  }

  #list<Item>(item: () => Item): Item[] {
    const items = [item()];
    while (this.#take(',')) items.push(item());
    return items;
  }

  #token(): Token {
    // The last token is the end, and nothing goes past it.
    return this.#tokens[Math.min(this.#next, this.#tokens.length - 1)] as Token;
  }

  #take(sign: string): boolean {
    const { kind, text } = this.#token();
    if (kind !== 'sign' || text !== sign) return false;
    this.#next += 1;
    return true;
  }

  #takeWord(word: string): boolean {
    const { kind, text } = this.#token();
    if (kind !== 'name' || text !== word) return false;
    this.#next += 1;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw this.#problem(sign);
  }

  #word(word: string): void {
    if (!this.#takeWord(word)) throw this.#problem(word);
  }

  #name(what: string): string {
    const { kind, text } = this.#token();
    if (kind !== 'name') throw this.#problem(what);
    this.#next += 1;
    return text;
  }

  #number(): number {
    const { kind, text } = this.#token();
    if (kind !== 'number') throw this.#problem('a number');
    this.#next += 1;
    return Number(text);
  }

  #problem(expected: string): KqlProblem {
    return new KqlProblem(`expected ${expected}`, this.#token());
  }
}

const pathName = (value: Expression): string =>
  value.kind === 'member' ? `${pathName(value.of)}_${value.key}` : value.kind === 'column' ? value.name : '';
