/** The status colours: one meaning each, always beside an icon and a word. */
export type Tone = 'earn' | 'part' | 'miss' | 'wait' | 'doubt' | 'mute';

export const TONE_TEXT: Record<Tone, string> = {
  earn: 'text-earn',
  part: 'text-part',
  miss: 'text-miss',
  wait: 'text-wait',
  doubt: 'text-doubt',
  mute: 'text-mute',
};

export const TONE_WASH: Record<Tone, string> = {
  earn: 'bg-earn-wash',
  part: 'bg-part-wash',
  miss: 'bg-miss-wash',
  wait: 'bg-wait-wash',
  doubt: 'bg-doubt-wash',
  mute: 'bg-mute-wash',
};

export const TONE_FILL: Record<Tone, string> = {
  earn: 'bg-earn-fill',
  part: 'bg-part-fill',
  miss: 'bg-miss-fill',
  wait: 'bg-wait-fill',
  doubt: 'bg-doubt-fill',
  mute: 'bg-mute-fill',
};
