import { useSyncExternalStore } from 'react';

const never = () => () => undefined;
const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The keys that open the palette: the page is drawn before anything knows the keyboard. */
export const useFindKeys = (): string =>
  useSyncExternalStore(never, isApple, () => false) ? '⌘ K' : 'Ctrl K';
