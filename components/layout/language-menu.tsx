import { useLanguage, useTexts } from '#language';
import { Drawn } from '#components/drawn/drawn.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { LANGUAGE_NAMES, LANGUAGES } from '#lib/texts/languages.ts';

/** Every language in its own words. A plain form: it works before any script does. */
export const LanguageMenu = () => (
  <Drawn of={LANGUAGES} name="menu">
    <Menu />
  </Drawn>
);

function Menu() {
  const t = useTexts('layout');
  const current = useLanguage();
  return (
    <details className="group relative">
      <summary
        title={t('language')}
        className="grid size-8 cursor-pointer place-items-center rounded-md border bg-surface text-faint hover:text-ink"
      >
        <Icon name="language" className="size-3.5" />
        <span className="sr-only">{t('language')}</span>
      </summary>
      <form
        method="post"
        action="/api/v1/language"
        className="absolute right-0 z-30 mt-1 grid min-w-40 rounded-md border bg-surface p-1 shadow-lift lg:right-auto lg:bottom-full lg:left-0 lg:mt-0 lg:mb-1"
      >
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
    </details>
  );
}
