import { useTexts, useWording } from '#language';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TONE_TEXT } from '#components/ui/tone.ts';
import type { Change } from '#lib/queries/schemas/changes.ts';
import { changeText } from './change-text.ts';
import { CHANGE_LOOKS } from './change-words.ts';

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
  const wording = useWording();
  const t = useTexts('changes');
  const { instant } = wording.formats;
  const look = CHANGE_LOOKS[change.kind];
  const word = t(`kind.${change.kind}`);
  const detail = changeText(change, wording);
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
