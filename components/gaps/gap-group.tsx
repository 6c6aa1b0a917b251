import { useTexts } from '#language';
import { CauseTitle } from '#components/status/cause-text.tsx';
import { MissedList } from '#components/status/missed.tsx';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Body, Cell, Row } from '#components/ui/table.tsx';
import type { GapGroup as Group } from '#lib/queries/schemas/gaps.ts';
import { PATH, type Choice } from './choice.ts';
import { GapRows } from './gap-table.tsx';

type GapGroupProps = { group: Group; choice: Choice; formId: string | null };

const COLUMNS = 6;

/** One cause: what it means, how many, what they may have missed, and the worst of them. */
export function GapGroup({ group, choice, formId }: GapGroupProps) {
  const { cause, findings, customers, missed, items } = group;
  const t = useTexts('gaps');
  const causes = useTexts('causes');
  const all = addressWith(PATH, choice, { cause });
  const hidden = findings - items.length;
  return (
    <Body id={cause}>
      <Row className="border-t bg-subtle/60">
        <td
          role="rowheader"
          colSpan={COLUMNS - 1}
          data-wide=""
          className="px-3 py-2.5 text-left align-baseline font-normal md:first:pl-5"
        >
          <AppLink href={all} className="font-semibold underline-offset-4 hover:underline">
            <CauseTitle cause={cause} />
          </AppLink>
          <span className="text-faint">
            {' · '}
            {t('table.ofCustomers', { findings, customers })}
          </span>
          <span className="block max-w-prose text-soft">{causes(`${cause}.meaning`)}</span>
        </td>
        <Cell numeric label={t('table.missedByAll')} className="font-semibold">
          <MissedList totals={missed} />
        </Cell>
      </Row>
      <GapRows findings={items} formId={formId} />
      {hidden > 0 && (
        <Row>
          <Cell colSpan={COLUMNS} wide className="text-right">
            <AppLink href={all} className="link">
              {t('table.all', { count: findings })}
            </AppLink>
          </Cell>
        </Row>
      )}
    </Body>
  );
}
