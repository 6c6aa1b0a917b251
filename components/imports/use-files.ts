import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '#components/live/problem.ts';
import { tellWorkMoved } from '#components/live/work.ts';
import type { CostImport } from '#lib/queries/schemas/imports.ts';
import { cancelImport, followImport, sendFile, type Sent } from './send-file.ts';

/** A file that was given on this page, and how far it is. */
export type GivenFile = { key: number; name: string; phase: Phase };

type Phase =
  | { kind: 'queued' }
  | { kind: 'sending'; share: number }
  | { kind: 'reading'; item: CostImport | null }
  | { kind: 'ended'; item: CostImport; known: boolean }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'cancelled' };

export const isBusy = ({ phase }: GivenFile): boolean =>
  phase.kind === 'queued' || phase.kind === 'sending' || phase.kind === 'reading';

type Files = {
  files: readonly GivenFile[];
  give: (files: readonly File[]) => void;
  cancel: (key: number) => void;
};

/** Sends files one after another; while one is read by the server the next is on its way. */
export function useFiles(): Files {
  const router = useRouter();
  const [files, setFiles] = useState<readonly GivenFile[]>([]);
  const cancels = useRef(new Map<number, () => void>());
  const line = useRef<{ last: Promise<void>; count: number }>({ last: Promise.resolve(), count: 0 });
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  const move = (key: number, phase: Phase) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, phase } : one)));

  const send = async (key: number, file: File): Promise<Sent> => {
    const sending = sendFile(file, (share) => move(key, { kind: 'sending', share }));
    move(key, { kind: 'sending', share: 0 });
    cancels.current.set(key, sending.cancel);
    return sending.ended;
  };
  const follow = async (key: number, { id, known }: { id: string; known: boolean }) => {
    cancels.current.set(key, () => void cancelImport(id));
    move(key, { kind: 'reading', item: null });
    const moved = (item: CostImport) => move(key, { kind: 'reading', item });
    const item = await followImport(id, moved, leaving.current.signal);
    if (item !== null)
      move(key, item.state === 'cancelled' ? { kind: 'cancelled' } : { kind: 'ended', item, known });
    else move(key, { kind: 'refused', problem: { code: 'import-taken-back', detail: null } });
    tellWorkMoved();
    router.refresh();
  };
  const take = async (key: number, file: File, given: { cancelled: boolean }) => {
    if (given.cancelled) return;
    const sent = await send(key, file);
    if (sent.kind === 'accepted') void follow(key, sent);
    else move(key, sent);
  };

  const give = (chosen: readonly File[]) => {
    for (const file of chosen) {
      const key = line.current.count;
      line.current.count += 1;
      const given = { cancelled: false };
      setFiles((all) => [...all, { key, name: file.name, phase: { kind: 'queued' } }]);
      cancels.current.set(key, () => {
        given.cancelled = true;
        move(key, { kind: 'cancelled' });
      });
      line.current.last = line.current.last.then(() => take(key, file, given));
    }
  };
  return { files, give, cancel: (key) => cancels.current.get(key)?.() };
}
