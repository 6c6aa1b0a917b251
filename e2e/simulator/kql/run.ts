import type { Expression, Operator, Query } from './parse.ts';
import { KqlProblem } from './tokens.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Answers a query over the rows of its table; a column that no row can have is an error, as with Azure. */
export function runKql({ operators }: Query, rows: readonly Row[], columns: readonly string[]) {
  let answer: { rows: readonly Row[]; columns: readonly string[] } = { rows, columns };
  for (const operator of operators) answer = apply(operator, answer);
  return answer;
}

type Table = { rows: readonly Row[]; columns: readonly string[] };

function apply(operator: Operator, { rows, columns }: Table): Table {
  if (operator.kind === 'count') return { rows: [{ Count: rows.length }], columns: ['Count'] };
  if (operator.kind === 'limit') return { rows: rows.slice(0, operator.count), columns };
  if (operator.kind === 'where') {
    check([operator.test], columns);
    return { rows: rows.filter((row) => valueOf(operator.test, row) === true), columns };
  }
  if (operator.kind === 'order') return { rows: sorted(operator, rows, columns), columns };
  check(
    operator.columns.map(({ value }) => value),
    columns,
  );
  const names = operator.columns.map(({ name }) => name);
  const made = (row: Row): Row =>
    Object.fromEntries(operator.columns.map(({ name, value }) => [name, valueOf(value, row)]));
  if (operator.kind === 'project') return { rows: rows.map(made), columns: names };
  return {
    rows: rows.map((row) => ({ ...row, ...made(row) })),
    columns: [...new Set([...columns, ...names])],
  };
}

function sorted(
  { by }: Extract<Operator, { kind: 'order' }>,
  rows: readonly Row[],
  columns: readonly string[],
): Row[] {
  check(
    by.map(({ value }) => value),
    columns,
  );
  return rows.toSorted((left, right) => {
    for (const { value, descending } of by) {
      const [one, other] = [textOf(valueOf(value, left)), textOf(valueOf(value, right))];
      if (one !== other) return (one < other ? -1 : 1) * (descending ? -1 : 1);
    }
    return 0;
  });
}

function check(expressions: readonly Expression[], columns: readonly string[]): void {
  for (const expression of expressions) {
    if (expression.kind === 'column' && !columns.includes(expression.name)) {
      throw new KqlProblem(`'${expression.name}' could not be resolved`, {
        at: expression.at,
        text: expression.name,
      });
    }
    check(partsOf(expression), columns);
  }
}

function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'member') return [expression.of];
  if (expression.kind === 'call') return expression.of;
  if (expression.kind === 'compare') return [expression.left, ...expression.right];
  return expression.kind === 'logic' ? expression.parts : [];
}

function valueOf(expression: Expression, row: Row): unknown {
  switch (expression.kind) {
    case 'text':
    case 'number':
    case 'bool':
      return expression.value;
    case 'column':
      return row[expression.name] ?? null;
    case 'member':
      return memberOf(valueOf(expression.of, row), expression.key);
    case 'call':
      return called(
        expression.name,
        expression.of.map((part) => valueOf(part, row)),
      );
    case 'compare':
      return compared(expression, row);
    case 'logic': {
      const isTrue = (part: Expression): boolean => valueOf(part, row) === true;
      return expression.operator === 'and' ? expression.parts.every(isTrue) : expression.parts.some(isTrue);
    }
  }
}

function memberOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value) && typeof key === 'number') return value.at(key) ?? null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Reflect.get(value, key) ?? null;
}

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

function called(name: string, [first, second]: readonly unknown[]): unknown {
  const text = textOf(first);
  switch (name) {
    case 'tostring':
      return text;
    case 'tolower':
      return text.toLowerCase();
    case 'toupper':
      return text.toUpperCase();
    case 'isempty':
      return text === '';
    case 'isnotempty':
      return text !== '';
    case 'isnull':
      return first === null;
    case 'isnotnull':
      return first !== null;
    case 'array_length':
      return Array.isArray(first) ? first.length : null;
    case 'not':
      return first !== true;
    case 'split':
      return text.split(textOf(second));
    default:
      throw new Error(`the parser lets ${name}() through, which nobody runs`);
  }
}

function compared({ operator, left, right }: Extract<Expression, { kind: 'compare' }>, row: Row): boolean {
  const one = textOf(valueOf(left, row));
  const others = right.map((part) => textOf(valueOf(part, row)));
  const lower = one.toLowerCase();
  const [first = ''] = others;
  const same = (other: string): boolean => lower === other.toLowerCase();
  switch (operator) {
    case '==':
    case 'in':
      return others.includes(one);
    case '!=':
    case '!in':
      return !others.includes(one);
    case '=~':
    case 'in~':
      return others.some(same);
    case '!~':
    case '!in~':
      return !others.some(same);
    case 'contains':
    case 'has':
      return lower.includes(first.toLowerCase());
    case 'startswith':
      return lower.startsWith(first.toLowerCase());
    default:
      return lower.endsWith(first.toLowerCase());
  }
}
