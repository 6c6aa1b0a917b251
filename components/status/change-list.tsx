import { SOURCE_WORDS } from '#components/status/source-words.ts';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { formatInstant } from '#components/ui/format-dates.ts';
import { Icon } from '#components/ui/icon.tsx';
import { TONE_TEXT } from '#components/ui/tone.ts';
import { VERDICTS, type Verdict } from '#lib/core/statuses.ts';
import type { Change, ChangeSide } from '#lib/queries/schemas/changes.ts';
import { CHANGE_LOOKS } from './change-words.ts';
import { VERDICT_LOOKS } from './verdict-looks.ts';

type ChangeListProps = {
  changes: readonly Change[];
  /** On a page of many customers each change says whose it is. */
  named?: boolean;
};

/** What changed between syncs, newest first. */
export const ChangeList = ({ changes, named = false }: ChangeListProps) => (
  <ol className="grid">
    {changes.map((change) => (
      <ChangeItem key={change.id} change={change} named={named} />
    ))}
  </ol>
);

function ChangeItem({ change, named }: { change: Change; named: boolean }) {
  const look = CHANGE_LOOKS[change.kind];
  const detail = detailOf(change);
  return (
    <li className="flex items-start gap-3 border-b py-2 text-sm last:border-b-0">
      <Icon name={look.icon} className={`mt-0.5 size-4 ${TONE_TEXT[look.tone]}`} />
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-medium">{look.word}</span>
          {detail !== '' && <span className="break-words text-soft">: {detail}</span>}
        </p>
        <p className="break-words text-faint">
          <Whose change={change} named={named} />
        </p>
      </div>
      <time dateTime={change.at} className="shrink-0 text-xs text-faint">
        {formatInstant(change.at)}
      </time>
    </li>
  );
}

function Whose({ change, named }: { change: Change; named: boolean }) {
  const { tenantId, customerName, subscriptionId, subscriptionName } = change;
  return (
    <>
      {subscriptionId !== null && (
        <AppLink
          href={addressWith(`/subscriptions/${subscriptionId}`, { customer: tenantId })}
          className="link"
        >
          {subscriptionName ?? subscriptionId}
        </AppLink>
      )}
      {subscriptionId !== null && named && ' of '}
      {named && (
        <AppLink href={`/customers/${tenantId}`} className="link">
          {customerName ?? tenantId}
        </AppLink>
      )}
    </>
  );
}

function detailOf({ kind, before, after, source }: Change): string {
  if (kind === 'source-refused' || kind === 'source-read') {
    return source === 'judge' ? '' : SOURCE_WORDS[source].name;
  }
  if (kind === 'verdict-changed') return `${verdictWord(before)} before, ${verdictWord(after)} now`;
  if (kind === 'role-changed') return `${grantWords(before)} before, ${grantWords(after)} now`;
  if (kind === 'access-won') return grantWords(after);
  if (kind === 'access-lost') return grantWords(before);
  if (kind === 'link-new' || kind === 'link-gone' || kind === 'link-changed') return linkWords(before, after);
  return '';
}

const isVerdict = (value: unknown): value is Verdict => VERDICTS.some((verdict) => verdict === value);

const verdictWord = (side: ChangeSide | null): string =>
  isVerdict(side?.['verdict']) ? VERDICT_LOOKS[side['verdict']].word.toLowerCase() : 'unknown';

const MOST_GRANTS = 3;

function grantWords(side: ChangeSide | null): string {
  const grants = side?.['grants'];
  if (!Array.isArray(grants) || grants.length === 0) return 'nobody named';
  const words = grants
    .slice(0, MOST_GRANTS)
    .map(({ principalName, principalId, roleName, roleDefinitionId, how }) => {
      const who = principalName ?? principalId;
      return `${roleName ?? roleDefinitionId} for ${who}${how === 'just-in-time' ? ', just in time' : ''}`;
    });
  const more = grants.length - MOST_GRANTS;
  return more > 0 ? `${words.join('; ')} and ${more} more` : words.join('; ');
}

function linkWords(before: ChangeSide | null, after: ChangeSide | null): string {
  const side = after ?? before;
  const text = (value: ChangeSide[string] | undefined) => (typeof value === 'string' ? value : null);
  const who = text(side?.['principalName']) ?? text(side?.['principalId']) ?? 'an identity';
  const was = text(before?.['partnerId']);
  const is = text(after?.['partnerId']);
  return `${who}, ${[was === null ? null : `${was} before`, is === null ? null : `${is} now`].filter(Boolean).join(', ')}`;
}
