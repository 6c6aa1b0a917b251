import { useFormats, useTexts } from '#language';
import { BUTTON } from '#components/ui/button.ts';
import { Card } from '#components/ui/card.tsx';
import { CopyText } from '#components/ui/copy-text.tsx';
import { ScrolledText } from '#components/ui/scrolled-text.tsx';
import type { SupportCase as Case } from '#lib/queries/schemas/findings.ts';

const ROUTES = ['partner-center-billing', 'indirect-provider'] as const;

/** The evidence for Microsoft, where only Microsoft can tell. */
export function SupportCase({ supportCase, findingId }: { supportCase: Case; findingId: string }) {
  const { notBefore, text } = supportCase;
  const t = useTexts('finding');
  const { instant } = useFormats();
  const route = ROUTES.find((one) => one === supportCase.route);
  return (
    <Card
      title={t('case.title')}
      note={
        <>
          {route !== undefined && t(`case.route.${route}`)}{' '}
          {notBefore === null ? t('case.onceSettled') : t('case.notBefore', { instant: instant(notBefore) })}{' '}
          {t('case.english')}
        </>
      }
      aside={
        <div className="flex flex-wrap gap-2 print:hidden">
          <a href={`/api/v1/findings/${findingId}/files/support-case.json`} className={BUTTON.plain} download>
            {t('case.json')}
          </a>
          <CopyText text={text} label={t('case.theText')} />
        </div>
      }
    >
      <ScrolledText text={text} name={t('case.title')} className="max-h-96" />
    </Card>
  );
}
