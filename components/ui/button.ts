const BASE =
  'inline-flex items-center justify-center gap-2 rounded-md px-3 py-1.5 text-sm font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-60';

/** Class names, because a button may be a button or a link. */
export const BUTTON = {
  primary: `${BASE} bg-accent text-on-accent hover:bg-accent-strong`,
  /** Takes away what somebody has. */
  danger: `${BASE} bg-miss text-on-accent hover:brightness-90`,
  plain: `${BASE} border border-line bg-surface text-ink hover:border-line-strong`,
} as const;
