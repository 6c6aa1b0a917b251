import { useLanguage, useTexts } from '#language';
import { Drawn } from '#components/drawn/drawn.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { LANGUAGE_NAMES, LANGUAGES } from '#lib/texts/languages.ts';

/** Every language in its own words. A plain form: it works before any script does. */
export const LanguageMenu = () => (
  <Drawn of={LANGUAGES} name="menu">
    <Languages />
  </Drawn>
);

function Languages() {
  const t = useTexts('layout');
  const current = useLanguage();
  return (
    <Menu
      id="languages"
      title={t('language')}
      className="grid size-8 cursor-pointer place-items-center rounded-md border bg-surface text-faint hover:text-ink"
      boxClassName="min-w-40 p-1"
      label={
        <>
          <Icon name="language" className="size-3.5" />
          <span className="sr-only">{t('language')}</span>
        </>
      }
    >
      <form method="post" action="/api/v1/language" className="grid">
        {LANGUAGES.map((language) => (
          <button
            key={language}
            name="language"
            value={language}
            lang={language}
            aria-current={language === current ? 'true' : undefined}
            className="rounded-sm px-3 py-1.5 text-left text-sm hover:bg-subtle aria-[current]:font-semibold"
          >
            {LANGUAGE_NAMES[language]}
          </button>
        ))}
      </form>
    </Menu>
  );
}
