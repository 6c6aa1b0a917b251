import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { TONE_TEXT, TONE_WASH, type Tone } from './tone.ts';

type BadgeProps = { tone: Tone; icon: IconName; children: ReactNode; quiet?: boolean };

/** Icon, word, colour. `quiet` drops the wash where many stand together. */
export function Badge({ tone, icon, children, quiet = false }: BadgeProps) {
  const box = quiet ? '' : `${TONE_WASH[tone]} rounded-full pr-2.5 pl-1.5 py-0.5`;
  return (
    <span
      className={`inline-flex items-center gap-1.5 text-xs font-medium whitespace-nowrap ${box} ${TONE_TEXT[tone]}`}
    >
      <Icon name={icon} className="size-3.5" />
      <span className="self-baseline">{children}</span>
    </span>
  );
}
