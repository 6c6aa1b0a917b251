'use client';

import { useState } from 'react';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import { THEMES, THEME_COOKIE, type Theme } from './theme.ts';

const LOOKS: Record<Theme, { icon: IconName; label: string }> = {
  system: { icon: 'auto', label: 'As the system' },
  light: { icon: 'sun', label: 'Light' },
  dark: { icon: 'moon', label: 'Dark' },
};

function apply(theme: Theme) {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  document.cookie = `${THEME_COOKIE}=${theme};path=/;max-age=31536000;samesite=lax`;
}

export function ThemeToggle({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const choose = (next: Theme) => {
    apply(next);
    setTheme(next);
  };
  return (
    <fieldset className="inline-flex rounded-md border bg-surface p-0.5">
      <legend className="sr-only">Theme</legend>
      {THEMES.map((name) => (
        <label
          key={name}
          title={LOOKS[name].label}
          className="grid size-7 cursor-pointer place-items-center rounded-sm text-faint hover:text-ink has-checked:bg-subtle has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="theme"
            value={name}
            checked={theme === name}
            onChange={() => choose(name)}
            className="sr-only"
          />
          <Icon name={LOOKS[name].icon} className="size-3.5" />
          <span className="sr-only">{LOOKS[name].label}</span>
        </label>
      ))}
    </fieldset>
  );
}
