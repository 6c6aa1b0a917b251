'use client';

import type { FormEvent, ReactNode } from 'react';
import { THEME_COOKIE, parseTheme } from './theme.ts';

function choose({ target }: FormEvent<HTMLFieldSetElement>) {
  if (!(target instanceof HTMLInputElement)) return;
  const theme = parseTheme(target.value);
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  document.cookie = `${THEME_COOKIE}=${theme};path=/;max-age=31536000;samesite=lax`;
}

export const ThemeChoice = ({ className, children }: { className: string; children: ReactNode }) => (
  <fieldset className={className} onChange={choose}>
    {children}
  </fieldset>
);
