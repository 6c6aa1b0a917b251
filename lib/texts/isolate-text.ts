/** Letters written from right to left, and marks that turn the direction of what follows them. */
const TURNS =
  /[\u0590-\u08FF\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EEFF}]/u;
const ISOLATES = /[\u2066-\u2069]/g;

/** A name within a sentence of ours keeps its own direction, and turns nothing of what stands around it (UAX 9). */
export const isolateText = (text: string): string =>
  TURNS.test(text) ? `\u2068${text.replaceAll(ISOLATES, '')}\u2069` : text;
