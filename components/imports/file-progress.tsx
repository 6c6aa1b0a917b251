import { BUTTON } from '#components/ui/button.ts';
import { formatMonth } from '#components/ui/format-dates.ts';
import { formatMoney, formatPercent, plural } from '#components/ui/format-numbers.ts';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import { TONE_TEXT, type Tone } from '#components/ui/tone.ts';
import type { CostImport } from '#lib/queries/schemas/imports.ts';
import { formatBytes, KIND_WORDS, STATE_LOOKS } from './import-words.ts';
import { isBusy, type GivenFile } from './use-files.ts';

type FileProgressProps = { file: GivenFile; cancel: () => void };

/** One file that was given: its name, how far it is, and in the end what was found in it. */
export function FileProgress({ file, cancel }: FileProgressProps) {
  const { name } = file;
  const { words, tone, icon } = looksOf(file);
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
          <button type="button" className={BUTTON.plain} onClick={cancel} aria-label={`Cancel ${name}`}>
            Cancel
          </button>
        )}
      </div>
      {share !== null && (
        <progress
          value={share}
          aria-label={`Progress of ${name}`}
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

function looksOf({ phase }: GivenFile): Looks {
  switch (phase.kind) {
    case 'queued':
      return { words: 'Waiting for the file before', tone: 'wait', icon: 'clock' };
    case 'sending':
      return { words: `Sending, ${formatPercent(String(phase.share))}`, tone: 'wait', icon: 'clock' };
    case 'reading':
      return { words: readingWords(phase.item), tone: 'wait', icon: 'clock' };
    case 'refused':
      return { words: `Nothing was imported. ${phase.words}`, tone: 'miss', icon: 'cross' };
    case 'cancelled':
      return { words: 'Cancelled. Nothing of it was kept.', tone: 'mute', icon: 'none' };
    case 'ended':
      return endedLooks(phase.item, phase.known);
  }
}

function readingWords(item: CostImport | null): string {
  if (item === null) return 'Sent. The server takes it up.';
  const { word } = STATE_LOOKS[item.state];
  if (item.state !== 'reading' || item.bytes === null || item.bytesRead === null) return word;
  return `${word}, ${formatBytes(item.bytesRead)} of ${formatBytes(item.bytes)}`;
}

function endedLooks(item: CostImport, known: boolean): Looks {
  const { tone, icon, word } = STATE_LOOKS[item.state];
  if (item.state !== 'done') return { words: `${word}. ${item.reason ?? ''}`.trim(), tone, icon };
  if (known) return { words: 'This file was imported before; it counts once.', tone, icon };
  return { words: foundWords(item), tone, icon };
}

/** `Daily rated usage of October 2026: 12,000 lines of 3 customers, €10.00 in all.` */
function foundWords({ kind, periods, rows, customers, totals, rejected, reason }: CostImport): string {
  const what = kind === null ? 'Imported' : KIND_WORDS[kind];
  const months = periods.map(formatMonth).join(', ');
  const money = totals.map(({ net, currency }) => formatMoney(net, currency)).join(' and ');
  const lost = rejected === null || rejected === 0 ? '' : ` ${plural(rejected, 'line')} could not be read.`;
  const whose = `${plural(rows ?? 0, 'line')} of ${plural(customers ?? 0, 'customer')}`;
  return `${what} of ${months}: ${whose}, ${money === '' ? 'no cost' : `${money} in all`}.${lost} ${reason ?? ''}`.trim();
}
