/** What our own API says of a change it did not make (RFC 9457); `code` is null where nothing was answered. */
export type Problem = { code: string | null; detail: string | null };

export const NO_ANSWER: Problem = { code: null, detail: null };
