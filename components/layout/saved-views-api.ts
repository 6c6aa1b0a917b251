import { readAnswer } from '#components/live/read-answer.ts';
import type { Problem } from '#components/live/problem.ts';
import { sendChange } from '#components/live/send-change.ts';
import type { SavedView } from '#lib/queries/schemas/views.ts';

/** null where the server did not answer. */
export async function readViews(): Promise<SavedView[] | null> {
  const answer = await readAnswer('/api/v1/views');
  // Our own API answers in this shape.
  return answer === null ? null : (answer as { items: SavedView[] }).items;
}

const addressOf = (name: string): string => `/api/v1/views/${encodeURIComponent(name)}`;

/** null when it was done, else why not. */
export const changeView = (method: 'PUT' | 'DELETE', name: string, view: object): Promise<Problem | null> =>
  sendChange(method, addressOf(name), view);

/** Of a view that was forgotten; one of its name that was kept since is left alone. */
export const keepAgain = ({ name, path, search, shared }: SavedView): Promise<Problem | null> =>
  sendChange('PUT', addressOf(name), { path, search, shared }, { 'if-none-match': '*' });
