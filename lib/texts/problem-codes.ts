import type { answers } from './en/answers.ts';

/** What a page may be answered: each is said in the reader's language. */
type SaidCode = keyof typeof answers.code;

/** What programs alone meet, and what pages say in words of their own. */
type OtherCode =
  | 'other-site'
  | 'token-refused'
  | 'too-many-streams'
  | 'not-ready'
  /** Beside Azure's own words. */
  | 'consent-required'
  | 'refused-by-azure'
  | `token-refused-${string}`
  | `sign-in-refused-${string}`;

/** Why a request was refused (RFC 9457). */
export type ProblemCode = SaidCode | OtherCode;
