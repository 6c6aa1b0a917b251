const ENDED = 'pecboard-session-ended';

/** Tells the page around that an answer said so: it offers to sign in again, and keeps what was typed. */
export const tellSessionEnded = (): void => void window.dispatchEvent(new Event(ENDED));

/** Gives the way to stop hearing of it. */
export function hearSessionEnd(hear: () => void): () => void {
  window.addEventListener(ENDED, hear);
  return () => window.removeEventListener(ENDED, hear);
}
