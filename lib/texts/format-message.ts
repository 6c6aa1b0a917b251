import format, { type CompiledMessage, type FormatValues } from 'icu-minify/format';

export type { CompiledMessage };

/** The texts of an area in one language, ready to be filled in. Plain data: it goes to the browser as it is. */
export type AreaTexts = Readonly<Record<string, CompiledMessage>>;

function kept<Options, Made>(make: (locale: string, options: Options | undefined) => Made) {
  const made = new Map<string, Made>();
  return (locale?: unknown, options?: Options): Made => {
    const key = `${String(locale)} ${JSON.stringify(options)}`;
    const known = made.get(key) ?? make(String(locale), options);
    made.set(key, known);
    return known;
  };
}

/** Making one takes longer than using it a hundred times. */
const formatters = {
  getNumberFormat: kept(
    (locale, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
  ),
  getDateTimeFormat: kept(
    (locale, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
  ),
  getPluralRules: kept((locale, options?: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options)),
};

type Parts<Node> = string | Node | (string | Node)[];

/** The message in words, with whatever the makers of its tags made. */
export const formatMessage = <Node>(
  message: CompiledMessage,
  locale: string,
  values: FormatValues<Node>,
): Parts<Node> => format<Node>(message, locale, values, { formatters, timeZone: 'UTC' });
