import { LOCALES, type Language } from './languages.ts';
import type { Translator } from './translator.ts';

const isNumeric = (text: string): text is `${number}` => text !== '' && Number.isFinite(Number(text));

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How dates, numbers and money are written in a language. */
export type Formats = ReturnType<typeof numberFormats> & ReturnType<typeof dateFormats>;

export const makeFormats = (language: Language, t: Translator<'formats'>): Formats => ({
  ...numberFormats(LOCALES[language], t),
  ...dateFormats(LOCALES[language], t),
});

/** Made when it is first used: browsers take milliseconds for each, and most pages' scripts write none. */
function onDemand<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/** One format per currency. */
function byCurrency(make: (currency: string) => Intl.NumberFormat): (currency: string) => Intl.NumberFormat {
  const made = new Map<string, Intl.NumberFormat>();
  return (currency) => {
    const known = made.get(currency) ?? make(currency);
    made.set(currency, known);
    return known;
  };
}

function numberFormats(locale: string, t: Translator<'formats'>) {
  const style = 'currency';
  const moneyFormat = byCurrency((currency) => new Intl.NumberFormat(locale, { style, currency }));
  const shortFormat = byCurrency(
    (currency) =>
      new Intl.NumberFormat(locale, { style, currency, notation: 'compact', maximumSignificantDigits: 3 }),
  );
  const countFormat = onDemand(() => new Intl.NumberFormat(locale));
  const rateFormat = onDemand(() => new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }));
  const listFormat = onDemand(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const percentOf = (value: number): string => t('percent', { value: countFormat().format(value) });
  return {
    /** Exact decimal text, which never passes through a binary float. */
    money: (amount: string, currency: string): string =>
      isNumeric(amount) ? moneyFormat(currency).format(amount) : `${amount} ${currency}`,
    /** For axes and narrow cells: €12.4k. */
    moneyShort: (amount: string, currency: string): string =>
      isNumeric(amount) ? shortFormat(currency).format(amount) : `${amount} ${currency}`,
    /** Never rounds up to 100 % nor down to 0 %: those two words mean all and none. */
    percent(fraction: string): string {
      const value = Number(fraction);
      const whole = Math.round(value * 100);
      if (whole >= 100 && value < 1) return percentOf(Math.floor(value * 1000) / 10);
      if (whole <= 0 && value > 0) return t('underOnePercent');
      return percentOf(whole);
    },
    /** An exchange rate: as many digits as anybody compares. */
    rate: (rate: string): string => (isNumeric(rate) ? rateFormat().format(rate) : rate),
    count: (count: number): string => countFormat().format(count),
    list: (texts: readonly string[]): string => listFormat().format(texts),
  };
}

function dateFormats(locale: string, t: Translator<'formats'>) {
  const written = (options: Intl.DateTimeFormatOptions) => {
    const format = onDemand(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
    return (at: string): string => format().format(Date.parse(at));
  };
  const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const instant = written({ ...date, hour: '2-digit', minute: '2-digit' });
  const month = written({ month: 'long', year: 'numeric' });
  const monthName = written({ month: 'long' });
  return {
    day: written({ day: 'numeric', month: 'short' }),
    date: written(date),
    instant: (at: string): string => t('instant', { at: instant(at) }),
    month: (period: string): string => month(`${period}-01`),
    monthName: (period: string): string => monthName(`${period}-01`),
    ...durationFormats(t),
  };
}

function durationFormats(t: Translator<'formats'>) {
  return {
    age(at: string, now: string): string {
      const ageMs = Date.parse(now) - Date.parse(at);
      if (ageMs < MINUTE_MS) return t('justNow');
      if (ageMs < HOUR_MS) return t('minutesAgo', { minutes: Math.floor(ageMs / MINUTE_MS) });
      if (ageMs < 2 * DAY_MS) return t('hoursAgo', { hours: Math.floor(ageMs / HOUR_MS) });
      return t('daysAgo', { days: Math.floor(ageMs / DAY_MS) });
    },
    duration(ms: number): string {
      const seconds = Math.round(ms / 1000);
      if (seconds < 60) return t('seconds', { seconds });
      const minutes = Math.floor(seconds / 60);
      return minutes < 60
        ? t('minutesSeconds', { minutes, seconds: seconds % 60 })
        : t('hoursMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    },
    /** Rough, as every estimate is. */
    left(ms: number): string {
      if (ms < MINUTE_MS) return t('underAMinuteLeft');
      if (ms < 2 * HOUR_MS) return t('minutesLeft', { minutes: Math.round(ms / MINUTE_MS) });
      return t('hoursLeft', { hours: Math.round(ms / HOUR_MS) });
    },
    /** PT8H as 8 h, PT1H30M as 1 h 30 min; what is not of hours and minutes stays as it is. */
    isoDuration(text: string): string {
      const [, hours, minutes] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(text) ?? [];
      if (hours === undefined)
        return minutes === undefined ? text : t('minutes', { minutes: Number(minutes) });
      return minutes === undefined
        ? t('hours', { hours: Number(hours) })
        : t('hoursMinutes', { hours: Number(hours), minutes: Number(minutes) });
    },
  };
}
