'use client';

import { useTexts } from '#language';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { BUTTON } from '#components/ui/button.ts';
import { Icon } from '#components/ui/icon.tsx';
import { FileProgress } from './file-progress.tsx';
import { isBusy, useFiles } from './use-files.ts';

/** Takes files, several at a time, and says of each how far it is and what came of it. */
export function DropZone() {
  const t = useTexts('importFiles');
  const { files, give, cancel } = useFiles();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const isSending = files.some((file) => isBusy(file) && file.phase.kind !== 'reading');
  useEffect(() => {
    if (!isSending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isSending]);

  const take = (chosen: Iterable<File>) => {
    give([...chosen]);
    if (chooser.current !== null) chooser.current.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className="grid gap-4">
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`grid justify-items-center gap-3 rounded-lg border-2 border-dashed px-6 py-10 text-center transition-colors ${over ? 'border-accent bg-accent-wash' : 'border-line-strong'}`}
      >
        <span className="grid size-10 place-items-center rounded-full bg-accent-wash text-accent">
          <Icon name="up" className="size-5" />
        </span>
        <p className="text-base">{t('drop')}</p>
        <label
          className={`${BUTTON.primary} cursor-pointer focus-within:outline-2 focus-within:outline-offset-2`}
        >
          {t('choose')}
          <input
            ref={chooser}
            type="file"
            multiple
            className="sr-only"
            onChange={(event) => take(event.target.files ?? [])}
          />
        </label>
        <p className="text-sm text-faint">{t('stay')}</p>
      </div>
      {files.length > 0 && (
        <ul aria-label={t('given')} className="grid gap-2">
          {files.map((file) => (
            <FileProgress key={file.key} file={file} cancel={() => cancel(file.key)} />
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {files
          .map(({ name, phase }) =>
            t('nameIs', {
              name,
              what: phase.kind === 'ended' ? t(`state.${phase.item.state}`) : t(`phase.${phase.kind}`),
            }),
          )
          .join('. ')}
      </p>
    </div>
  );
}
