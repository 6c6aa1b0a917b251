import { tellSessionEnded } from '#components/live/session-end.ts';
import type { PaletteEntry } from './palette-words.ts';

const UNAUTHORIZED = 401;

/** What the server finds; null where it did not answer. */
export async function findAnything(text: string, signal: AbortSignal): Promise<PaletteEntry[] | null> {
  try {
    const response = await fetch(`/api/v1/search?q=${encodeURIComponent(text)}`, { signal });
    if (response.status === UNAUTHORIZED) tellSessionEnded();
    // Our own API answers in this shape.
    return response.ok ? ((await response.json()) as { items: PaletteEntry[] }).items : null;
  } catch {
    return null;
  }
}
