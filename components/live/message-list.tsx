'use client';

import { useFormats, useTexts } from '#language';
import { useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { BUTTON } from '#components/ui/button.ts';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { TONE_TEXT, type Tone } from '#components/ui/tone.ts';
import { followMessages, listMessages, listNoMessages, type Message } from './messages.ts';
import { useUndo } from './use-undo.ts';

/** The newest message until it is put away; then all of this visit, to be read again. */
export function MessageList() {
  const messages = useSyncExternalStore(followMessages, listMessages, listNoMessages);
  const [seen, setSeen] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1);
  const fresh = newest !== undefined && newest.id > seen ? newest : null;
  // Whatever was pressed is gone then.
  const goOn = () => frame.current?.querySelector('button')?.focus();
  const putAway = (id: number) => {
    flushSync(() => setSeen(id));
    goOn();
  };
  return (
    <div
      ref={frame}
      className="fixed right-4 bottom-4 z-50 grid max-w-[min(24rem,calc(100vw-2rem))] justify-items-end gap-2 text-sm print:hidden"
    >
      {fresh === null && messages.length > 0 && <Told messages={messages} goOn={goOn} />}
      <div role="status" className="empty:hidden">
        {fresh !== null && <Fresh message={fresh} onSeen={() => putAway(fresh.id)} goOn={goOn} />}
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

type FreshProps = { message: Message; onSeen: () => void; goOn: () => void };

function Fresh({ message, onSeen, goOn }: FreshProps) {
  const t = useTexts('live');
  return (
    <p className="flex items-start gap-3 rounded-lg border border-line-strong bg-surface py-2.5 pr-2 pl-3.5 shadow-lift">
      <ToneIcon tone={message.tone} />
      <span className="min-w-0 break-words">{message.text}</span>
      <UndoButton message={message} undone={goOn} />
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

type UndoButtonProps = {
  message: Message;
  /** Where the keyboard goes on. */
  undone: () => void;
};

function UndoButton({ message, undone }: UndoButtonProps) {
  const t = useTexts('live');
  const { pending, undo } = useUndo(message, undone);
  if (message.undo === null) return null;
  return (
    <button type="button" aria-disabled={pending} onClick={undo} className="link shrink-0 font-medium">
      {t(pending ? 'undoing' : 'undo')}
    </button>
  );
}

type ToldProps = { messages: readonly Message[]; goOn: () => void };

function Told({ messages, goOn }: ToldProps) {
  const t = useTexts('live');
  const { instant } = useFormats();
  return (
    <Menu
      className={`${BUTTON.plain} shadow-lift`}
      boxClassName="max-h-72 w-80 overflow-y-auto p-3 text-sm"
      label={t.rich('messages', {
        count: messages.length,
        number: <span className="text-faint tabular-nums" />,
      })}
    >
      <ol aria-label={t('messagesLabel')} className="grid gap-2">
        {messages.toReversed().map((message) => (
          <li key={message.id} className="flex items-start gap-2">
            <ToneIcon tone={message.tone} />
            <span className="min-w-0 break-words">
              {message.text} <UndoButton message={message} undone={goOn} />
              <time dateTime={message.at} className="block text-xs text-faint">
                {instant(message.at)}
              </time>
            </span>
          </li>
        ))}
      </ol>
    </Menu>
  );
}
