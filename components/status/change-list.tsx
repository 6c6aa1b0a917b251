import { useFormats, useTexts } from '#language';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TONE_TEXT } from '#components/ui/tone.ts';
import { VERDICTS, type Verdict } from '#lib/core/statuses.ts';
import type { Change, ChangeSide } from '#lib/queries/schemas/changes.ts';
import { CHANGE_LOOKS } from './change-words.ts';
import { useLooks } from './use-looks.ts';

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
  const t = useTexts('changes');
  const { instant } = useFormats();
  const look = CHANGE_LOOKS[change.kind];
  const word = t(`kind.${change.kind}`);
  const detail = useDetail(change);
  return (
    <li className="flex items-start gap-x-3 gap-y-1 border-b py-2 text-sm last:border-b-0 max-sm:flex-wrap">
      <Icon name={look.icon} className={`mt-0.5 size-4 ${TONE_TEXT[look.tone]}`} />
      <div className="min-w-0 flex-1 max-sm:basis-4/5">
        <p className="break-words text-soft">
          {detail === '' ? (
            <span className="font-medium text-ink">{word}</span>
          ) : (
            t.rich('withDetail', {
              change: word,
              detail,
              strong: <span className="font-medium text-ink" />,
            })
          )}
        </p>
        <p className="break-words text-faint">
          <Whose change={change} named={named} />
        </p>
      </div>
      <time dateTime={change.at} className="shrink-0 text-xs text-faint max-sm:basis-full max-sm:pl-7">
        {instant(change.at)}
      </time>
    </li>
  );
}

function Whose({ change, named }: { change: Change; named: boolean }) {
  const t = useTexts('changes');
  const { tenantId, customerName, subscriptionId, subscriptionName } = change;
  const subscription = subscriptionId !== null && (
    <AppLink href={addressWith(`/subscriptions/${subscriptionId}`, { customer: tenantId })} className="link">
      {subscriptionName ?? subscriptionId}
    </AppLink>
  );
  const customer = named && (
    <AppLink href={`/customers/${tenantId}`} className="link">
      {customerName ?? tenantId}
    </AppLink>
  );
  if (subscription === false || customer === false) return subscription || customer;
  return t.rich('subscriptionOf', { subscription: subscription, customer: customer });
}

/** What was before and what is now, in words; empty where the kind of change says it all. */
function useDetail({ kind, before, after, source }: Change): string {
  const t = useTexts('changes');
  const sources = useTexts('sources');
  const verdictWord = useVerdictWord();
  if (kind === 'source-refused' || kind === 'source-read') {
    return source === 'judge' ? '' : sources(`of.${source}.name`);
  }
  if (kind === 'verdict-changed') {
    return t('beforeNow', { before: verdictWord(before), now: verdictWord(after) });
  }
  if (kind === 'role-changed') {
    return t('beforeNow', { before: grantWords(t, before), now: grantWords(t, after) });
  }
  if (kind === 'access-won') return grantWords(t, after);
  if (kind === 'access-lost') return grantWords(t, before);
  if (kind === 'link-new' || kind === 'link-gone' || kind === 'link-changed') {
    return linkWords(t, before, after);
  }
  return '';
}

const isVerdict = (value: unknown): value is Verdict => VERDICTS.some((verdict) => verdict === value);

function useVerdictWord(): (side: ChangeSide | null) => string {
  const looks = useLooks();
  return (side) => {
    const verdict = side?.['verdict'];
    return looks.verdict(isVerdict(verdict) ? verdict : 'unknown').word.toLocaleLowerCase();
  };
}

type Words = ReturnType<typeof useTexts<'changes'>>;

const MOST_GRANTS = 3;

function grantWords(t: Words, side: ChangeSide | null): string {
  const grants = side?.['grants'];
  if (!Array.isArray(grants) || grants.length === 0) return t('nobody');
  const words = grants
    .slice(0, MOST_GRANTS)
    .map(({ principalName, principalId, roleName, roleDefinitionId, how }) =>
      t(how === 'just-in-time' ? 'grantJustInTime' : 'grant', {
        role: roleName ?? roleDefinitionId,
        who: principalName ?? principalId,
      }),
    )
    .join('; ');
  const more = grants.length - MOST_GRANTS;
  return more > 0 ? t('andMore', { grants: words, more }) : words;
}

const textOf = (value: ChangeSide[string] | undefined): string | null =>
  typeof value === 'string' ? value : null;

function linkWords(t: Words, before: ChangeSide | null, after: ChangeSide | null): string {
  const side = after ?? before;
  const who = textOf(side?.['principalName']) ?? textOf(side?.['principalId']) ?? t('anIdentity');
  const was = textOf(before?.['partnerId']);
  const is = textOf(after?.['partnerId']);
  if (was === null && is === null) return who;
  if (was === null) return t('linkOf', { who, change: t('now', { now: is ?? '' }) });
  const change = is === null ? t('before', { before: was }) : t('beforeNow', { before: was, now: is });
  return t('linkOf', { who, change });
}
