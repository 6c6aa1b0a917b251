import { sendChange } from '#components/live/send-change.ts';

export type View = { name: string; path: string; search: string; own: boolean; owner: string | null };

/** null where the server did not answer. */
export async function readViews(): Promise<View[] | null> {
  try {
    const response = await fetch('/api/v1/views');
    // Our own API answers in this shape.
    return response.ok ? ((await response.json()) as { items: View[] }).items : null;
  } catch {
    return null;
  }
}

/** null when it was done, else what to tell the person. */
export const changeView = (method: 'PUT' | 'DELETE', name: string, view: object): Promise<string | null> =>
  sendChange(method, `/api/v1/views/${encodeURIComponent(name)}`, view);
