import { tellSessionEnded } from '#components/live/session-end.ts';

type Linked = Extract<OwnLinkAnswer, { ok: true }>['link'];

export type OwnLinkAnswer =
  | {
      ok: true;
      link: { state: 'linked'; partnerId: string; partnerName: string | null } | { state: 'not-linked' };
    }
  | { ok: false; code: string; detail: string };

/** Other refusals with the same status are of the token that the page gave. */
const SESSION_OVER: ReadonlySet<string> = new Set(['session-ended', 'sign-in-required']);

type Asked = { accessToken: string; tenantId: string | null };

async function send(path: string, method: 'POST' | 'PUT' | 'DELETE', body: object): Promise<OwnLinkAnswer> {
  const response = await fetch(`/api/v1/links/me${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  // Our own API answers in these shapes; errors are problem details (RFC 9457).
  if (response.ok) return { ok: true, link: ((await response.json()) as { link: Linked }).link };
  const { code = 'unknown', detail = '' } = (await response.json()) as { code?: string; detail?: string };
  if (SESSION_OVER.has(code)) tellSessionEnded();
  return { ok: false, code, detail };
}

export const checkLink = (asked: Asked) => send('/check', 'POST', asked);
export const setLink = (asked: Asked, partnerId: string) =>
  send('', 'PUT', { ...asked, partnerId, confirmed: true });
export const removeLink = (asked: Asked) => send('', 'DELETE', { ...asked, confirmed: true });
