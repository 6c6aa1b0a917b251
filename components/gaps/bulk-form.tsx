import { BUTTON } from '#components/ui/button.ts';
import { FINDING_STATES } from '#lib/core/statuses.ts';
import { STATE_LOOKS } from './finding-looks.ts';

/** A plain form: the boxes of a table belong to it by its id, and it works without any script. */
export const BulkForm = ({ formId, back }: { formId: string; back: string }) => (
  <form
    id={formId}
    method="post"
    action="/api/v1/findings/decide"
    className="sticky bottom-0 z-10 flex flex-wrap items-center gap-2 rounded-b-lg border-t bg-surface px-5 py-3 text-sm print:hidden"
  >
    <input type="hidden" name="back" value={back} />
    <label className="flex items-center gap-2 text-soft">
      Set the ticked ones to
      <select
        name="state"
        required
        defaultValue=""
        autoComplete="off"
        className="rounded-md border border-line-strong bg-surface py-1.5 pr-2 pl-2.5 text-ink"
      >
        <option value="" disabled>
          choose a state
        </option>
        {FINDING_STATES.map((state) => (
          <option key={state} value={state}>
            {STATE_LOOKS[state].word}
          </option>
        ))}
      </select>
    </label>
    <button type="submit" className={BUTTON.plain}>
      Set state
    </button>
  </form>
);
