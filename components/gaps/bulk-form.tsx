import { useTexts } from '#language';
import { BUTTON } from '#components/ui/button.ts';
import { FINDING_STATES } from '#lib/core/statuses.ts';
import type { Gaps } from '#lib/queries/schemas/gaps.ts';
import { DecideForm } from './decide-form.tsx';
import { useFindingLooks } from './use-finding-looks.ts';

type BulkFormProps = {
  formId: string;
  back: string;
  people: Gaps['people'];
  /** Whether nothing around it says how many are chosen. */
  counts: boolean;
};

const FIELD = 'rounded-md border border-line-strong bg-surface py-1.5 pr-2 pl-2.5 text-ink';

/**
 * The boxes of a table belong to it by its id, and it works without any script. On a phone it stays in view
 * once something is chosen: before, it would cover the cards.
 */
export function BulkForm({ formId, back, people, counts }: BulkFormProps) {
  return (
    <DecideForm
      {...{ id: formId, counts }}
      ofBoxes
      className="bulk-form z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-b-lg border-t bg-surface px-5 py-3 text-sm bottom-0 md:sticky print:hidden"
    >
      <BulkFields back={back} people={people} />
    </DecideForm>
  );
}

/** What is decided about the chosen ones. */
export function BulkFields({ back, people }: Pick<BulkFormProps, 'back' | 'people'>) {
  const t = useTexts('gaps');
  const looks = useFindingLooks();
  return (
    <>
      <input type="hidden" name="back" value={back} />
      <label className="flex items-center gap-2 text-soft">
        {t('bulk.setTo')}
        <select name="state" defaultValue="" autoComplete="off" className={FIELD}>
          <option value="">{t('bulk.asItIs')}</option>
          {FINDING_STATES.map((state) => (
            <option key={state} value={state}>
              {looks.state(state).word}
            </option>
          ))}
        </select>
      </label>
      {people.length > 0 && (
        <label className="flex items-center gap-2 text-soft">
          {t('bulk.owner')}
          <select name="owner" defaultValue="" autoComplete="off" className={`max-w-56 ${FIELD}`}>
            <option value="">{t('bulk.asItIs')}</option>
            <option value="none">{t('table.nobody')}</option>
            {people.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" className={BUTTON.plain}>
        {t('bulk.save')}
      </button>
    </>
  );
}
