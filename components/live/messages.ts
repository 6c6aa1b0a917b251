import type { Tone } from '#components/ui/tone.ts';

/** What was told; the newest last. */
export type Message = { id: number; text: string; tone: Tone; at: string };

const MOST = 20;
const NONE: readonly Message[] = [];

/** Of this visit only: whoever signs in next must not read what another was told. */
let messages = NONE;
const listeners = new Set<() => void>();

export const listMessages = (): readonly Message[] => messages;

/** Nothing was told on the server. */
export const listNoMessages = (): readonly Message[] => NONE;

export function followMessages(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Tells what was done, in a place that stays when the page shows what has become of it. */
export function tell(text: string, tone: Tone = 'earn'): void {
  const message = { id: (messages.at(-1)?.id ?? 0) + 1, text, tone, at: new Date().toISOString() };
  messages = [...messages, message].slice(-MOST);
  for (const changed of listeners) changed();
}
