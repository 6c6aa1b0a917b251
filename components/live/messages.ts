import type { Tone } from '#components/ui/tone.ts';
import type { Problem } from './problem.ts';

/** Takes back what was told: what to tell then, or why it could not be. */
export type Undo = () => Promise<{ kind: 'undone'; text: string } | { kind: 'refused'; problem: Problem }>;

/** What was told; the newest last. `undo` is null where nothing is to be taken back, or not any more. */
export type Message = { id: number; text: string; tone: Tone; at: string; undo: Undo | null };

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
export function tell(text: string, tone: Tone = 'earn', undo: Undo | null = null): void {
  const message = { id: (messages.at(-1)?.id ?? 0) + 1, text, tone, at: new Date().toISOString(), undo };
  show([...messages, message].slice(-MOST));
}

/** Nothing is taken back twice. */
export const closeUndo = (id: number): void =>
  show(messages.map((message) => (message.id === id ? { ...message, undo: null } : message)));

function show(next: readonly Message[]): void {
  messages = next;
  for (const changed of listeners) changed();
}
