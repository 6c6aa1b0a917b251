/** Pages that a sign-in may lead back to; anything else leads to the overview. */
const VIEWS =
  /^\/(?:$|customers(?:\/[0-9a-f-]{36}(?:\/report)?)?$|subscriptions(?:\/[0-9a-f-]{36})?$|roles$|costs$|changes$|links(?:\/me)?$|gaps(?:\/[0-9a-f-]{36})?$|sync$|imports(?:\/reconcile)?$|audit$|settings(?:\/people)?$)/i;
const LONGEST = 2000;

/** The path and query of one of our views, spelled plainly; '/' for every other text. */
export function safeReturnAddress(text: string | null | undefined): string {
  if (!text || text.length > LONGEST || !/^\/(?![/\\])/.test(text)) return '/';
  // Backslashes, control characters and spaces are read differently by different browsers.
  if (/[\\\p{Cc}\p{Z}]/u.test(text) || !URL.canParse(text, 'http://pecboard.invalid')) return '/';
  const { origin, pathname, search } = new URL(text, 'http://pecboard.invalid');
  if (origin !== 'http://pecboard.invalid' || !VIEWS.test(pathname)) return '/';
  return `${pathname}${search}`;
}

export const signInAddress = (view: string): string =>
  `/sign-in?to=${encodeURIComponent(safeReturnAddress(view))}`;
