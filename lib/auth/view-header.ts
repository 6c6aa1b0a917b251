/** Set by proxy.ts on every request for a page, and on no other: which view was asked for. */
export const VIEW_HEADER = 'x-pecboard-view';
