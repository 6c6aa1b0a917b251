/** Rows of a list's page: what is painted first should stay small; the API gives up to 500 at a time. */
export const PAGE_ROWS = 50;
