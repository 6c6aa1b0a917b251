import 'server-only';

/** More rows than a sheet can hold: rows are listed at once, so that none is twice or missing when a sync writes. */
export const EVERY_ROW = { limit: 1_048_575, offset: 0 };
