import { useTexts } from '#language';
import { Card } from '#components/ui/card.tsx';

const PLACES = [
  { place: 'usage', steps: ['usage.one', 'usage.two', 'usage.three', 'usage.four'] },
  { place: 'portal', steps: ['portal.one', 'portal.two', 'portal.three'] },
  { place: 'invoice', steps: ['invoice.one', 'invoice.two'] },
] as const;

/** For somebody who has none of the files yet. */
export function WhereFilesAre() {
  const t = useTexts('imports');
  return (
    <Card title={t('where.title')} note={t('where.note')}>
      <div className="grid gap-6 md:grid-cols-3">
        {PLACES.map(({ place, steps }) => (
          <section key={place} className="grid content-start gap-2">
            <h3 className="text-sm font-semibold">{t(`where.${place}.title`)}</h3>
            <ol className="grid list-decimal gap-1 pl-5 text-sm text-soft">
              {steps.map((step) => (
                <li key={step}>{t(`where.${step}`)}</li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      <p className="mt-5 max-w-prose text-sm text-soft">{t('where.forms')}</p>
    </Card>
  );
}
