import { useFormats, useTexts } from '#language';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { SyncPlan } from '#lib/queries/schemas/sync.ts';
import { useStepName } from './sync-looks.ts';

const SHOWN_IN_HOURS = 120;

type PlanRow = SyncPlan['rows'][number];

/** In words: how many requests, and how long at the least. */
export function usePlanNote(): (plan: SyncPlan) => string {
  const t = useTexts('sync');
  const lengthNote = (minutes: number): string => {
    if (minutes < 1) return t('plan.underMinute');
    if (minutes < SHOWN_IN_HOURS) return t('plan.minutes', { minutes: Math.ceil(minutes) });
    return t('plan.hours', { hours: Math.ceil(minutes / 60) });
  };
  return ({ calls, unknownSteps, minutes, isBeyondDay, isFirst }) => {
    if (isFirst) return t('plan.firstNote');
    const least =
      unknownSteps === 0 ? t('plan.about', { calls }) : t('plan.aboutOpen', { calls, open: unknownSteps });
    const note = `${least} ${lengthNote(minutes)}`;
    return isBeyondDay ? `${note} ${t('plan.beyondDay')}` : note;
  };
}

export function PlanView({ plan }: { plan: SyncPlan }) {
  const t = useTexts('sync');
  return (
    <Table caption={t('plan.caption')}>
      <Head>
        <Column>{t('plan.source')}</Column>
        <Column>{t('plan.month')}</Column>
        <Column>{t('plan.readBy')}</Column>
        <Column numeric>{t('plan.steps')}</Column>
        <Column numeric>{t('plan.requests')}</Column>
      </Head>
      <Body>
        {plan.rows.map((row) => (
          <PlanRowView key={`${row.source} ${row.period ?? ''} ${row.way ?? ''}`} row={row} />
        ))}
      </Body>
    </Table>
  );
}

function PlanRowView({ row: { source, period, way, steps, calls, unknownSteps } }: { row: PlanRow }) {
  const t = useTexts('sync');
  const stepName = useStepName();
  const formats = useFormats();
  return (
    <Row>
      <RowHead>{stepName(source)}</RowHead>
      <Cell label={t('plan.month')}>{period === null ? '' : formats.month(period)}</Cell>
      <Cell label={t('plan.readBy')} className="text-soft">
        {way === null ? '' : t(`plan.way.${way}`)}
      </Cell>
      <Cell numeric label={t('plan.steps')}>
        {formats.count(steps)}
      </Cell>
      <Cell numeric label={t('plan.requests')}>
        {unknownSteps === steps ? (
          <span className="text-faint">{t('plan.notKnown')}</span>
        ) : (
          formats.count(calls)
        )}
      </Cell>
    </Row>
  );
}
