import { useWording } from '#language';
import { ClientTexts } from '#components/language/client-texts.tsx';
import { MissedList } from '#components/status/missed.tsx';
import { addressWith } from '#components/ui/address.ts';
import { Cell, Foot, Row, RowHead } from '#components/ui/table.tsx';
import type { Gaps } from '#lib/queries/schemas/gaps.ts';
import { BulkForm } from './bulk-form.tsx';
import { PATH, type Choice } from './choice.ts';
import { allHeads } from './finding-columns.ts';
import { GapGroup } from './gap-group.tsx';
import { GapTable } from './gap-table.tsx';

const FORM = 'decide';
const BETWEEN = 4;

/** Every cause with the worst of its findings. */
export function AllCauses({ gaps, choice }: { gaps: Gaps; choice: Choice }) {
  const formId = gaps.mayChange ? FORM : null;
  const wording = useWording();
  const t = wording.texts('gaps');
  return (
    <section className="bulk rounded-lg border bg-surface print:border-0">
      <GapTable caption={t('table.byCause', { count: gaps.total })} heads={allHeads(choice, wording)}>
        {(gaps.byCause ?? []).map((group) => (
          <GapGroup key={group.cause} group={group} choice={choice} formId={formId} />
        ))}
        <Foot>
          <Row className="border-t-2 font-semibold">
            <RowHead className="font-semibold">{t('findings', { count: gaps.total })}</RowHead>
            <Cell data-empty="" colSpan={BETWEEN} />
            <Cell numeric label={t('table.missed')}>
              <MissedList totals={gaps.totals} />
            </Cell>
          </Row>
        </Foot>
      </GapTable>
      {formId !== null && (
        <ClientTexts areas={['decision']}>
          <BulkForm formId={formId} back={addressWith(PATH, choice)} people={gaps.people} counts />
        </ClientTexts>
      )}
    </section>
  );
}
