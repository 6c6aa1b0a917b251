'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, type DragEvent } from 'react';
import { BUTTON } from '#components/ui/button.ts';
import { sendFile, type Sent, type Sending } from './send-file.ts';

type Phase =
  | { kind: 'idle' }
  | { kind: 'sending'; name: string; share: number; cancel: () => void }
  | { kind: 'ended'; results: readonly { name: string; sent: Sent }[] };

/** Takes files one after another, tells how far each is, and says of each what came of it. */
export function DropFile() {
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' });
  const busy = phase.kind === 'sending';

  const take = async (files: readonly File[]) => {
    const results: { name: string; sent: Sent }[] = [];
    for (const file of files) {
      const sending: Sending = sendFile(file, (share) =>
        setPhase({ kind: 'sending', name: file.name, share, cancel: sending.cancel }),
      );
      setPhase({ kind: 'sending', name: file.name, share: 0, cancel: sending.cancel });
      const sent = await sending.ended;
      results.push({ name: file.name, sent });
      if (sent.kind === 'cancelled') break;
    }
    if (chooser.current !== null) chooser.current.value = '';
    setPhase({ kind: 'ended', results });
    router.refresh();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (!busy) void take([...event.dataTransfer.files]);
  };

  return (
    <div className="grid gap-3">
      <div
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        className="grid justify-items-start gap-3 rounded-lg border border-dashed border-line-strong p-6"
      >
        <label className="grid gap-2 text-base text-soft">
          Drop a file of cost here, or choose one:
          <input
            ref={chooser}
            type="file"
            multiple
            disabled={busy}
            onChange={(event) => void take([...(event.target.files ?? [])])}
          />
        </label>
        {phase.kind === 'sending' && (
          <div className="flex flex-wrap items-center gap-3 text-sm">
            <progress value={phase.share} aria-label={`Sending ${phase.name}`} />
            <button
              type="button"
              className={BUTTON.plain}
              onClick={phase.cancel}
              disabled={phase.share === 1}
            >
              Cancel
            </button>
          </div>
        )}
      </div>
      <div role="status" className="grid gap-1 text-sm empty:hidden">
        {phase.kind === 'sending' && (
          <p>
            {phase.share < 1 ? `Sending ${phase.name}` : `Reading ${phase.name} and judging its customers`}
          </p>
        )}
        {phase.kind === 'ended' &&
          phase.results.map(({ name, sent }) => (
            <p key={name} className={sent.kind === 'refused' ? 'text-miss' : ''}>
              {name}: {sent.words}
            </p>
          ))}
      </div>
    </div>
  );
}
