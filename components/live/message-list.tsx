'use client';

import { useFormats, useTexts } from '#language';
import { useState, useSyncExternalStore } from 'react';
import { BUTTON } from '#components/ui/button.ts';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import { TONE_TEXT, type Tone } from '#components/ui/tone.ts';
import { followMessages, listMessages, listNoMessages, type Message } from './messages.ts';

/** The newest message until it is put away; then all of this visit, to be read again. */
export function MessageList() {
  const messages = useSyncExternalStore(followMessages, listMessages, listNoMessages);
  const [seen, setSeen] = useState(0);
  const newest = messages.at(-1);
  const fresh = newest !== undefined && newest.id > seen ? newest : null;
  return (
    <div className="fixed right-4 bottom-4 z-50 grid max-w-[min(24rem,calc(100vw-2rem))] justify-items-end gap-2 text-sm print:hidden">
      {fresh === null && messages.length > 0 && <Told messages={messages} />}
      <div role="status" className="empty:hidden">
        {fresh !== null && <Fresh message={fresh} onSeen={() => setSeen(fresh.id)} />}
      </div>
    </div>
  );
}

const ICONS: Record<Tone, IconName> = {
  earn: 'done',
  part: 'partly',
  miss: 'cross',
  wait: 'clock',
  doubt: 'warn',
  mute: 'none',
};

const ToneIcon = ({ tone }: { tone: Tone }) => (
  <Icon name={ICONS[tone]} className={`mt-0.5 size-4 shrink-0 ${TONE_TEXT[tone]}`} />
);

function Fresh({ message, onSeen }: { message: Message; onSeen: () => void }) {
  const t = useTexts('live');
  return (
    <p className="flex items-start gap-3 rounded-lg border border-line-strong bg-surface py-2.5 pr-2 pl-3.5 shadow-lift">
      <ToneIcon tone={message.tone} />
      <span className="min-w-0 break-words">{message.text}</span>
      <button
        type="button"
        aria-label={t('putAway')}
        onClick={onSeen}
        className="rounded-sm p-1 text-faint hover:text-ink"
      >
        <Icon name="close" className="size-3.5" />
      </button>
    </p>
  );
}

function Told({ messages }: { messages: readonly Message[] }) {
  const t = useTexts('live');
  const { instant } = useFormats();
  return (
    <details className="relative">
      <summary className={`${BUTTON.plain} cursor-pointer list-none shadow-lift`}>
        {t.rich('messages', {
          count: messages.length,
          number: <span className="text-faint tabular-nums" />,
        })}
      </summary>
      <ol
        aria-label={t('messagesLabel')}
        className="absolute right-0 bottom-full mb-2 grid max-h-72 w-80 max-w-[calc(100vw-2rem)] gap-2 overflow-y-auto rounded-lg border bg-surface p-3 shadow-lift"
      >
        {messages.toReversed().map(({ id, text, tone, at }) => (
          <li key={id} className="flex items-start gap-2">
            <ToneIcon tone={tone} />
            <span className="min-w-0 break-words">
              {text}
              <time dateTime={at} className="block text-xs text-faint">
                {instant(at)}
              </time>
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
