import { useTexts } from '#language';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { THEMES, type Theme } from './theme.ts';

const ICONS: Record<Theme, IconName> = { system: 'auto', light: 'sun', dark: 'moon' };

export function ThemeToggle({ initial }: { initial: Theme }) {
  const t = useTexts('layout');
  return (
    <ThemeChoice className="inline-flex rounded-md border bg-surface p-0.5">
      <legend className="sr-only">{t('theme')}</legend>
      {THEMES.map((name) => (
        <label
          key={name}
          title={t(`themes.${name}`)}
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
          <Icon name={ICONS[name]} className="size-3.5" />
          <span className="sr-only">{t(`themes.${name}`)}</span>
        </label>
      ))}
    </ThemeChoice>
  );
}
