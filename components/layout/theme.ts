export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A cookie, so that the server draws the chosen theme and the first paint never flashes. */
export const THEME_COOKIE = 'theme';

export const parseTheme = (text: string | undefined): Theme =>
  THEMES.find((theme) => theme === text) ?? 'system';
