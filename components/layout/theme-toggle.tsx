import { Icon, type IconName } from '#components/ui/icon.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { THEMES, type Theme } from './theme.ts';

const LOOKS: Record<Theme, { icon: IconName; label: string }> = {
  system: { icon: 'auto', label: 'As the system' },
  light: { icon: 'sun', label: 'Light' },
  dark: { icon: 'moon', label: 'Dark' },
};

export const ThemeToggle = ({ initial }: { initial: Theme }) => (
  <ThemeChoice className="inline-flex rounded-md border bg-surface p-0.5">
    <legend className="sr-only">Theme</legend>
    {THEMES.map((name) => (
      <label
        key={name}
        title={LOOKS[name].label}
        className="relative grid size-7 cursor-pointer place-items-center rounded-sm text-faint hover:text-ink has-checked:bg-subtle has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
      >
        <input
          type="radio"
          name="theme"
          value={name}
          defaultChecked={initial === name}
          autoComplete="off"
          className="sr-only"
        />
        <Icon name={LOOKS[name].icon} className="size-3.5" />
        <span className="sr-only">{LOOKS[name].label}</span>
      </label>
    ))}
  </ThemeChoice>
);
