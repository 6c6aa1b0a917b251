import { useFormats, useTexts } from '#language';
import { Card } from '#components/ui/card.tsx';

/** None and not read are two things. */
export function NoCost({ period, read }: { period: string; read: boolean }) {
  const t = useTexts('figures');
  const month = useFormats().month(period);
  return (
    <Card title={read ? t('noCostIn', { month }) : t('noCostReadFor', { month })}>
      <p className="text-sm text-soft">{read ? t('costsReadNone') : t('nothingProven')}</p>
    </Card>
  );
}
