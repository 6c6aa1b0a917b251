import { useTexts } from '#language';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { Setup } from '#lib/queries/schemas/setup.ts';
import { SetupLine } from './setup-line.tsx';
import { isOpen } from './setup-looks.ts';

/** What is not connected, in a line that opens; nothing where the reader wants no reminder of what is left. */
export function SetupNotice({ setup: { items, period } }: { setup: Setup }) {
  const t = useTexts('setup');
  const missing = items.filter(isOpen);
  const [first] = missing;
  if (first === undefined) return null;
  return (
    <details className="rounded-lg border bg-surface print:hidden">
      <summary className="flex items-start gap-3 rounded-lg px-5 py-3">
        <Icon name="link" className="mt-0.5 size-5 text-accent" />
        <span className="min-w-0 flex-1">
          <span className="block text-sm font-semibold">{t('missing', { count: missing.length })}</span>
          <span className="block text-sm text-soft">
            {t('nextIs', { title: t(`of.${first.step}.title`) })}
          </span>
        </span>
        <Icon name="right" className="chevron-on-open mt-1 size-4 text-faint" />
      </summary>
      <ul className="divide-y border-t">
        {missing.map((item) => (
          <li key={item.step}>
            <SetupLine item={item} period={period} />
          </li>
        ))}
      </ul>
      <p className="border-t px-5 py-3 text-sm">
        <AppLink href="/sync#setup" className="link">
          {t('all')}
        </AppLink>
      </p>
    </details>
  );
}
