import { causeWords } from '#components/status/cause-words.ts';
import { Card } from '#components/ui/card.tsx';
import { formatInstant } from '#components/ui/format-dates.ts';
import { CAUSES, type Cause } from '#lib/core/causes.ts';
import { FINDING_STATES, type FindingState } from '#lib/core/statuses.ts';
import type { FindingDetail, FindingEvent } from '#lib/queries/schemas/findings.ts';
import { STATE_LOOKS } from './finding-looks.ts';

export const FindingHistory = ({ finding: { history, people } }: { finding: FindingDetail }) => (
  <Card title="What happened">
    <ol className="grid gap-3 text-sm">
      {history.map((event) => (
        <li key={`${event.at} ${event.kind}`} className="grid">
          <span>{eventWords(event, people)}</span>
          <span className="text-xs text-faint">
            {formatInstant(event.at)}, {event.actorName ?? 'by the facts'}
          </span>
        </li>
      ))}
    </ol>
  </Card>
);

const isCause = (text: string): text is Cause => CAUSES.some((cause) => cause === text);
const isState = (text: string): text is FindingState => FINDING_STATES.some((state) => state === text);

const causeName = (text: string | null | undefined): string =>
  text && isCause(text) ? causeWords(text).title.toLowerCase() : 'something else';

const stateName = (text: string): string => (isState(text) ? STATE_LOOKS[text].word.toLowerCase() : text);

function eventWords({ kind, detail }: FindingEvent, people: FindingDetail['people']): string {
  switch (kind) {
    case 'opened':
      return 'Opened';
    case 'reopened':
      return 'Opened again: the cause came back';
    case 'seen-again':
      return 'Seen again';
    case 'lost-sight':
      return `Out of sight: ${causeName(detail.because)}`;
    case 'resolved':
      return `Resolved; now leads: ${causeName(detail.cause)}`;
    case 'changed':
      return changeWords(detail, people).join('; ');
  }
}

function changeWords(detail: FindingEvent['detail'], people: FindingDetail['people']): string[] {
  const { state, ownerId, note } = detail;
  const owner = people.find(({ personId }) => personId === ownerId)?.name ?? 'somebody else';
  return [
    ...(state ? [`Set to ${stateName(state)}`] : []),
    ...(ownerId === undefined ? [] : [ownerId === null ? 'Owner taken away' : `Owner: ${owner}`]),
    ...(note === undefined ? [] : [note ? `Note: ${note}` : 'Note removed']),
  ];
}
