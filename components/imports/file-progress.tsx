import { useFormats, useTexts } from '#language';
import { useProblemText } from '#components/live/use-problem-text.ts';
import { BUTTON } from '#components/ui/button.ts';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import { TONE_TEXT, type Tone } from '#components/ui/tone.ts';
import type { CostImport } from '#lib/queries/schemas/imports.ts';
import { STATE_LOOKS, useBytes } from './import-looks.ts';
import { useFileReason } from '#components/status/use-file-reason.ts';
import { isBusy, type GivenFile } from './use-files.ts';

type FileProgressProps = { file: GivenFile; cancel: () => void };

/** One file that was given: its name, how far it is, and in the end what was found in it. */
export function FileProgress({ file, cancel }: FileProgressProps) {
  const t = useTexts('importFiles');
  const { name } = file;
  const { words, tone, icon } = useLooksOf()(file);
  const share = shareOf(file);
  return (
    <li className="grid gap-2 rounded-lg border px-4 py-3">
      <div className="flex items-start gap-3">
        <Icon name={icon} className={`mt-0.5 size-5 ${TONE_TEXT[tone]}`} />
        <div className="min-w-0 flex-1">
          <p className="font-medium break-all">{name}</p>
          <p className={`text-sm break-words ${tone === 'miss' ? 'text-miss' : 'text-soft'}`}>{words}</p>
        </div>
        {isBusy(file) && (
          <button
            type="button"
            className={BUTTON.plain}
            onClick={cancel}
            aria-label={t('cancelFile', { name })}
          >
            {t('cancel')}
          </button>
        )}
      </div>
      {share !== null && (
        <progress
          value={share}
          aria-label={t('progressOf', { name })}
          className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        />
      )}
    </li>
  );
}

/** Sending is the first half of the bar, reading the second. */
function shareOf({ phase }: GivenFile): number | null {
  if (phase.kind === 'queued') return 0;
  if (phase.kind === 'sending') return phase.share / 2;
  if (phase.kind !== 'reading') return null;
  const { bytes, bytesRead } = phase.item ?? { bytes: null, bytesRead: null };
  return bytes === null || bytesRead === null || bytes === 0 ? 0.5 : 0.5 + bytesRead / bytes / 2;
}

type Looks = { words: string; tone: Tone; icon: IconName };

function useLooksOf(): (file: GivenFile) => Looks {
  const t = useTexts('importFiles');
  const { percent } = useFormats();
  const problemText = useProblemText();
  const reading = useReadingWords();
  const ended = useEndedLooks();
  const waiting = (words: string): Looks => ({ words, tone: 'wait', icon: 'clock' });
  return ({ phase }) => {
    switch (phase.kind) {
      case 'queued':
        return waiting(t('phase.queued'));
      case 'sending':
        return waiting(t('sending', { percent: percent(String(phase.share)) }));
      case 'reading':
        return waiting(reading(phase.item));
      case 'refused':
        return { words: t('notImported', { why: problemText(phase.problem) }), tone: 'miss', icon: 'cross' };
      case 'cancelled':
        return { words: t('nothingKept'), tone: 'mute', icon: 'none' };
      case 'ended':
        return ended(phase.item, phase.known);
    }
  };
}

function useReadingWords(): (item: CostImport | null) => string {
  const t = useTexts('importFiles');
  const bytes = useBytes();
  return (item) => {
    if (item === null) return t('sent');
    const word = t(`state.${item.state}`);
    if (item.state !== 'reading' || item.bytes === null || item.bytesRead === null) return word;
    return t('bytesOf', { word, read: bytes(item.bytesRead), total: bytes(item.bytes) });
  };
}

function useEndedLooks(): (item: CostImport, known: boolean) => Looks {
  const t = useTexts('importFiles');
  const found = useFoundWords();
  const fileReason = useFileReason();
  return (item, known) => {
    const look = STATE_LOOKS[item.state];
    const reason = item.reason === null ? '' : fileReason(item.reason);
    if (item.state !== 'done') return { ...look, words: `${t(`state.${item.state}`)}. ${reason}`.trim() };
    return { ...look, words: known ? t('known') : found(item) };
  };
}

/** `Daily rated usage of October 2026: 12,000 lines of 3 customers, €10.00 in all.` */
function useFoundWords(): (item: CostImport) => string {
  const t = useTexts('importFiles');
  const formats = useFormats();
  const fileReason = useFileReason();
  return ({ kind, periods, rows, customers, totals, rejected, reason }) => {
    const amounts = totals.map(({ net, currency }) => formats.money(net, currency));
    const values = {
      what: kind === null ? t('imported') : t(`kind.${kind}`),
      months: formats.list(periods.map(formats.month)),
      lines: rows ?? 0,
      customers: customers ?? 0,
    };
    return [
      amounts.length === 0
        ? t('foundNoCost', values)
        : t('found', { ...values, money: formats.list(amounts) }),
      rejected === null || rejected === 0 ? '' : t('lost', { lines: rejected }),
      reason === null ? '' : fileReason(reason),
    ]
      .filter((part) => part !== '')
      .join(' ');
  };
}
