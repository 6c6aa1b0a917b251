import { useTexts } from '#language';
import { CauseText } from '#components/status/cause-text.tsx';
import { Card } from '#components/ui/card.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FindingDetail } from '#lib/queries/schemas/findings.ts';
import { CommandGroup } from './command-block.tsx';

/** Steps and texts to copy. Nothing of it is run from here. */
export function FindingRemedy({ finding: { id, cause, remedy, leads } }: { finding: FindingDetail }) {
  const t = useTexts('remedies');
  const title = t(leads === 'no' ? 'titlePast' : 'title');
  if (remedy === null) {
    return (
      <Card title={title}>
        <CauseText cause={cause} />
      </Card>
    );
  }
  const { steps, commands, askCustomer } = remedy;
  return (
    <Card title={title} note={t('note')}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <ol
          aria-label={t('stepsLabel')}
          className="grid max-w-prose list-decimal gap-2 pl-5 text-base marker:text-faint"
        >
          {steps.map((step) => (
            <li key={step} className="break-words">
              {step}
            </li>
          ))}
        </ol>
        {askCustomer && (
          <Notice tone="wait" icon="info" title={t('beforeAsking')}>
            {t('compliance')}
          </Notice>
        )}
        {[...Map.groupBy(commands, ({ purpose }) => purpose)].map(([purpose, same]) => (
          <CommandGroup key={purpose} purpose={purpose} commands={same} findingId={id} />
        ))}
      </div>
    </Card>
  );
}
