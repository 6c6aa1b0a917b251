import { useTexts } from '#language';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { Card } from '#components/ui/card.tsx';
import { FINDING_STATES } from '#lib/core/statuses.ts';
import type { FindingDetail } from '#lib/queries/schemas/findings.ts';
import { DecideForm } from './decide-form.tsx';
import { useFindingLooks } from './use-finding-looks.ts';

const FIELD = 'w-full rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-sm';
const LONGEST = 2000;

/** Who looks after it and how it stands. */
export function FindingDecision({ finding }: { finding: FindingDetail }) {
  const t = useTexts('finding');
  const { id, note, mayChange } = finding;
  if (!mayChange) return <Shown finding={finding} />;
  return (
    <Card title={t('decision.title')} className="print:hidden">
      <DecideForm className="grid gap-3 text-sm">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="back" value={`/gaps/${id}`} />
        <StateField finding={finding} />
        <OwnerField finding={finding} />
        <label className="grid gap-1">
          <span className="font-medium">{t('decision.note')}</span>
          <textarea
            key={note}
            name="note"
            defaultValue={note}
            rows={4}
            maxLength={LONGEST}
            className={FIELD}
          />
        </label>
        <button type="submit" className={`${BUTTON.primary} justify-self-start`}>
          {t('decision.save')}
        </button>
      </DecideForm>
    </Card>
  );
}

function StateField({ finding: { state } }: { finding: FindingDetail }) {
  const t = useTexts('finding');
  const looks = useFindingLooks();
  return (
    <label className="grid gap-1">
      <span className="font-medium">{t('decision.state')}</span>
      <select key={state} name="state" defaultValue={state} autoComplete="off" className={FIELD}>
        {FINDING_STATES.map((one) => (
          <option key={one} value={one}>
            {looks.state(one).word}
          </option>
        ))}
      </select>
      <span className="text-xs text-faint">{t(`stateHelp.${state}`)}</span>
    </label>
  );
}

function OwnerField({ finding }: { finding: FindingDetail }) {
  const t = useTexts('finding');
  const chosen = finding.owner?.personId ?? 'none';
  return (
    <label className="grid gap-1">
      <span className="font-medium">{t('decision.owner')}</span>
      <select key={chosen} name="owner" defaultValue={chosen} autoComplete="off" className={FIELD}>
        <option value="none">{t('decision.nobody')}</option>
        {ownersOf(finding).map(({ personId, name }) => (
          <option key={personId} value={personId}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** An owner who is not among the people any more stays to be chosen. */
function ownersOf({ people, owner }: FindingDetail): FindingDetail['people'] {
  if (owner === null || people.some(({ personId }) => personId === owner.personId)) return people;
  return [...people, { personId: owner.personId, name: owner.name ?? owner.personId }];
}

function Shown({ finding: { state, owner, note } }: { finding: FindingDetail }) {
  const t = useTexts('finding');
  const looks = useFindingLooks();
  return (
    <Card title={t('decision.title')}>
      <div className="grid gap-2 text-sm">
        <StatusBadge look={looks.state(state)} />
        <p>{owner === null ? t('decision.notTakenUp') : (owner.name ?? owner.personId)}</p>
        {note !== '' && <p className="break-words whitespace-pre-line text-soft">{note}</p>}
      </div>
    </Card>
  );
}
