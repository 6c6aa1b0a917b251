/** Sentences of ours by their codes: `{name}` stands for a text, `{name#}` for a number, `{name~}` for another sentence of them. */
export type Sentences = Readonly<Record<string, string>>;

type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Values<Sentence extends string> = {
  [
    Name in NamesIn<Sentence> as Name extends `${infer Plain}#` | `${infer Plain}~` ? Plain : Name
  ]: Name extends `${string}#` ? number : string;
};

/** A sentence that was recognised; a value that is a sentence itself was recognised too. */
export type Reason<Code extends string = string> = {
  code: Code;
  values: Readonly<Record<string, string | number | Reason<Code>>>;
};

export type Reasons<Table extends Sentences> = {
  /** The sentence as the store and the API hold it: English. */
  tell: <Code extends keyof Table & string>(code: Code, values: Values<Table[Code]>) => string;
  /** Which sentence it is, so that pages can say it in any language; null: none of these. */
  read: (text: string) => Reason<keyof Table & string> | null;
};

const PLACE = /\{(\w+)([#~]?)\}/g;

export function makeReasons<const Table extends Sentences>(table: Table): Reasons<Table> {
  // The keys of an object of this type.
  const codes = Object.keys(table) as (keyof Table & string)[];
  const patterns = codes
    .map((code) => ({ code, ...patternOf(table[code] ?? '') }))
    // A sentence of more words of its own is meant rather than one that begins with a name.
    .toSorted((left, right) => right.fixed - left.fixed);
  const read = (text: string): Reason<keyof Table & string> | null => {
    for (const { code, pattern, places } of patterns) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const values = valuesOf(places, match.slice(1), read);
      if (values !== null) return { code, values };
    }
    return null;
  };
  const tell: Reasons<Table>['tell'] = (code, values) => {
    const given: Readonly<Record<string, string | number>> = values;
    return (table[code] ?? '').replaceAll(PLACE, (_, name: string) => String(given[name] ?? ''));
  };
  return { tell, read };
}

type Place = { name: string; kind: string };

function patternOf(sentence: string): { pattern: RegExp; places: Place[]; fixed: number } {
  const places = [...sentence.matchAll(PLACE)].map(([, name = '', kind = '']) => ({ name, kind }));
  const words = sentence.split(/\{\w+[#~]?\}/);
  const source = words
    .map(
      (fixed, index) =>
        `${fixed.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)}${index < places.length ? formOf(places[index]) : ''}`,
    )
    .join('');
  return { pattern: new RegExp(`^${source}$`, 's'), places, fixed: words.join('').length };
}

const formOf = (place: Place | undefined): string => (place?.kind === '#' ? String.raw`(\d+)` : '(.*)');

function valuesOf<Code extends string>(
  places: readonly Place[],
  found: readonly string[],
  read: (text: string) => Reason<Code> | null,
): Reason<Code>['values'] | null {
  const values: Record<string, string | number | Reason<Code>> = {};
  for (const [index, { name, kind }] of places.entries()) {
    const text = found[index] ?? '';
    const value = kind === '#' ? Number(text) : kind === '~' && text !== '' ? read(text) : text;
    if (value === null) return null;
    values[name] = value;
  }
  return values;
}
