import { readAnswer } from '#components/live/read-answer.ts';
import type { PaletteEntry } from './palette-places.ts';

/** What the server finds; null where it did not answer. */
export async function findAnything(text: string, signal: AbortSignal): Promise<PaletteEntry[] | null> {
  const answer = await readAnswer(`/api/v1/search?q=${encodeURIComponent(text)}`, signal);
  // Our own API answers in this shape.
  return answer === null ? null : (answer as { items: PaletteEntry[] }).items;
}
