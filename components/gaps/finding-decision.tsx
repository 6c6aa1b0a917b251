import { StatusBadge } from '#components/status/status-badge.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { Card } from '#components/ui/card.tsx';
import { FINDING_STATES } from '#lib/core/statuses.ts';
import type { FindingDetail } from '#lib/queries/schemas/findings.ts';
import { STATE_HELP, STATE_LOOKS } from './finding-looks.ts';

const FIELD = 'w-full rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-sm';
const LONGEST = 2000;

/** Who looks after it and how it stands: a plain form, so that it works without any script. */
export function FindingDecision({ finding }: { finding: FindingDetail }) {
  const { id, state, owner, note, mayChange } = finding;
  if (!mayChange) return <Shown finding={finding} />;
  return (
    <Card title="Who looks after it" className="print:hidden">
      <form method="post" action="/api/v1/findings/decide" className="grid gap-3 text-sm">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="back" value={`/gaps/${id}`} />
        <label className="grid gap-1">
          <span className="font-medium">State</span>
          <select key={state} name="state" defaultValue={state} autoComplete="off" className={FIELD}>
            {FINDING_STATES.map((one) => (
              <option key={one} value={one}>
                {STATE_LOOKS[one].word}
              </option>
            ))}
          </select>
          <span className="text-xs text-faint">{STATE_HELP[state]}</span>
        </label>
        <label className="grid gap-1">
          <span className="font-medium">Owner</span>
          <select
            key={owner?.personId ?? 'none'}
            name="owner"
            defaultValue={owner?.personId ?? 'none'}
            autoComplete="off"
            className={FIELD}
          >
            <option value="none">Nobody</option>
            {ownersOf(finding).map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1">
          <span className="font-medium">Note</span>
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
          Save
        </button>
      </form>
    </Card>
  );
}

/** An owner who is not among the people any more stays to be chosen. */
function ownersOf({ people, owner }: FindingDetail): FindingDetail['people'] {
  if (owner === null || people.some(({ personId }) => personId === owner.personId)) return people;
  return [...people, { personId: owner.personId, name: owner.name ?? owner.personId }];
}

const Shown = ({ finding: { state, owner, note } }: { finding: FindingDetail }) => (
  <Card title="Who looks after it">
    <div className="grid gap-2 text-sm">
      <StatusBadge look={STATE_LOOKS[state]} />
      <p>{owner === null ? 'Nobody has taken it up.' : (owner.name ?? owner.personId)}</p>
      {note !== '' && <p className="break-words whitespace-pre-line text-soft">{note}</p>}
    </div>
  </Card>
);
