import { useFormats, useTexts } from '#language';
import { Card } from '#components/ui/card.tsx';
import { CAUSES, type Cause } from '#lib/core/causes.ts';
import { FINDING_STATES, type FindingState } from '#lib/core/statuses.ts';
import type { FindingDetail, FindingEvent } from '#lib/queries/schemas/findings.ts';

export function FindingHistory({ finding: { history, people } }: { finding: FindingDetail }) {
  const t = useTexts('finding');
  const { instant } = useFormats();
  const words = useEventWords(people);
  return (
    <Card title={t('history.title')}>
      <ol className="grid gap-3 text-sm">
        {history.map((event) => (
          <li key={`${event.at} ${event.kind}`} className="grid">
            <span>{words(event)}</span>
            <span className="text-xs text-faint">
              {t('history.atBy', { at: instant(event.at), who: event.actorName ?? t('history.byFacts') })}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

const isCause = (text: string): text is Cause => CAUSES.some((cause) => cause === text);
const isState = (text: string): text is FindingState => FINDING_STATES.some((state) => state === text);

function useEventWords(people: FindingDetail['people']): (event: FindingEvent) => string {
  const t = useTexts('finding');
  const causes = useTexts('causes');
  const changes = useChangeWords(people);
  const causeOf = (text: string | null | undefined): string | null =>
    text && isCause(text) ? causes(`${text}.title`).toLocaleLowerCase() : null;
  return ({ kind, detail }) => {
    switch (kind) {
      case 'opened':
        return t('history.opened');
      case 'reopened':
        return t('history.reopened');
      case 'seen-again':
        return t('history.seenAgain');
      case 'lost-sight': {
        const cause = causeOf(detail.because);
        return cause === null ? t('history.lostSightOther') : t('history.lostSight', { cause });
      }
      case 'resolved': {
        const cause = causeOf(detail.cause);
        return cause === null ? t('history.resolvedOther') : t('history.resolved', { cause });
      }
      case 'changed':
        return changes(detail);
    }
  };
}

function useChangeWords(people: FindingDetail['people']): (detail: FindingEvent['detail']) => string {
  const t = useTexts('finding');
  const stateWords = (state: string): string =>
    t('history.setTo', { state: isState(state) ? t(`state.${state}`).toLocaleLowerCase() : state });
  const ownerWords = (ownerId: string | null): string => {
    if (ownerId === null) return t('history.ownerGone');
    const name = people.find(({ personId }) => personId === ownerId)?.name;
    return name === undefined ? t('history.ownerOther') : t('history.owner', { name });
  };
  const noteWords = (note: string | null): string =>
    note ? t('history.note', { note }) : t('history.noteGone');
  return ({ state, ownerId, note }) =>
    [
      ...(state ? [stateWords(state)] : []),
      ...(ownerId === undefined ? [] : [ownerWords(ownerId)]),
      ...(note === undefined ? [] : [noteWords(note)]),
    ].reduce((first, next) => (first === '' ? next : t('history.and', { first, next })), '');
}
