import { createHash } from 'node:crypto';

const MOST_KEPT = 10_000;

declare global {
  /** Next loads modules once for each of its bundles: what a route accepted, the proxy must know. */
  var pecboardAccepted: Set<string> | undefined;
}

const accepted = (): Set<string> => (globalThis.pecboardAccepted ??= new Set());

/** A credential as a key that tells nothing of it. */
export const keyOf = (credential: string): string =>
  createHash('sha256').update(credential).digest('base64url');

/** Remembers that somebody was let in by it; the longest unused is forgotten first. */
export function rememberAccepted(credential: string): void {
  const key = keyOf(credential);
  accepted().delete(key);
  accepted().add(key);
  const [oldest] = accepted();
  if (accepted().size > MOST_KEPT && oldest !== undefined) accepted().delete(oldest);
}

export const wasAccepted = (key: string): boolean => accepted().has(key);
