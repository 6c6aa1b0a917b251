'use client';

import { useTexts } from '#language';
import { BUTTON } from '#components/ui/button.ts';

type PageFailureProps = { reference: string | null; retry: () => void };

/** The page could not be made. Nothing that is held was changed by it. */
export function PageFailure({ reference, retry }: PageFailureProps) {
  const t = useTexts('session');
  return (
    <div role="alert" className="grid max-w-lg justify-items-start gap-3 py-12">
      <h1 className="text-2xl font-semibold tracking-tight">{t('failed')}</h1>
      <p className="text-soft">{t('failedWhy')}</p>
      {reference !== null && (
        <p className="text-sm text-faint">
          {t.rich('reference', {
            reference,
            code: <code className="font-mono text-soft" />,
          })}
        </p>
      )}
      <button type="button" onClick={retry} className={BUTTON.primary}>
        {t('tryAgain')}
      </button>
    </div>
  );
}
