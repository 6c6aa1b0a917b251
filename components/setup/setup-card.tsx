import { useTexts } from '#language';
import { Card } from '#components/ui/card.tsx';
import type { Setup } from '#lib/queries/schemas/setup.ts';
import { SetupLine } from './setup-line.tsx';

/** Everything that can be connected, in the order in which it is best done; the next one stands open. */
export function SetupCard({ setup: { items, next, period } }: { setup: Setup }) {
  const t = useTexts('setup');
  return (
    <Card id="setup" title={t('title')} note={next === null ? t('nothingMissing') : t('note')} flush>
      <ul className="divide-y border-t">
        {items.map((item) => (
          <li key={item.step}>
            <SetupLine item={item} period={period} open={item.step === next} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
