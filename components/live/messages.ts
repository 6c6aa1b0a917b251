/** What was told in this tab; the newest last. */
export type Message = { id: number; text: string; at: string };

const KEY = 'pecboard-messages';
const MOST = 20;
const NONE: readonly Message[] = [];

let messages: readonly Message[] | null = null;
const listeners = new Set<() => void>();

/** Told messages outlive a visit of the sign-in page. */
function load(): readonly Message[] {
  try {
    // Only this file writes there.
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Message[];
  } catch {
    return NONE;
  }
}

export function listMessages(): readonly Message[] {
  messages ??= load();
  return messages;
}

/** Nothing was told on the server. */
export const newestMessage = (): number =>
  typeof sessionStorage === 'undefined' ? 0 : (listMessages().at(-1)?.id ?? 0);

export const listNoMessages = (): readonly Message[] => NONE;

export function followMessages(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Tells what was done, in a place that stays when the page shows what has become of it. */
export function tell(text: string): void {
  const before = listMessages();
  const message = { id: (before.at(-1)?.id ?? 0) + 1, text, at: new Date().toISOString() };
  messages = [...before, message].slice(-MOST);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(messages));
  } catch {
    // A browser that keeps nothing shows them until the tab is left.
  }
  for (const changed of listeners) changed();
}
