import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { TONE_TEXT, TONE_WASH, type Tone } from './tone.ts';

type NoticeProps = { tone: Tone; icon: IconName; title: ReactNode; children?: ReactNode; action?: ReactNode };

export function Notice({ tone, icon, title, children, action }: NoticeProps) {
  return (
    <div className={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg px-4 py-3 ${TONE_WASH[tone]}`}>
      <Icon name={icon} className={`mt-0.5 size-5 ${TONE_TEXT[tone]}`} />
      <div className="min-w-0 flex-1 basis-64">
        <p className={`text-sm font-semibold ${TONE_TEXT[tone]}`}>{title}</p>
        {children !== undefined && <div className="max-w-prose text-sm text-soft">{children}</div>}
      </div>
      {action}
    </div>
  );
}
