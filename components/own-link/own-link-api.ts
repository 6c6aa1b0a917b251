import { tellSessionEnded } from '#components/live/session-end.ts';

type Linked = { state: 'linked'; partnerId: string; partnerName: string | null } | { state: 'not-linked' };

export type OwnLinkAnswer =
  | { kind: 'answered'; link: Linked }
  | { kind: 'refused'; code: string; detail: string }
  /** Whether anything was changed is not known. */
  | { kind: 'no-answer' };

/** Other refusals with the same status are of the token that the page gave. */
const SESSION_OVER: ReadonlySet<string> = new Set(['session-ended', 'sign-in-required']);

type Asked = { accessToken: string; tenantId: string | null };

async function send(path: string, method: 'POST' | 'PUT' | 'DELETE', body: object): Promise<OwnLinkAnswer> {
  try {
    const response = await fetch(`/api/v1/links/me${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    // Our own API answers in these shapes; errors are problem details (RFC 9457).
    if (response.ok) return { kind: 'answered', link: ((await response.json()) as { link: Linked }).link };
    const { code = 'unknown', detail = '' } = (await response.json()) as { code?: string; detail?: string };
    if (SESSION_OVER.has(code)) tellSessionEnded();
    return { kind: 'refused', code, detail };
  } catch {
    return { kind: 'no-answer' };
  }
}

export const checkLink = (asked: Asked) => send('/check', 'POST', asked);
export const setLink = (asked: Asked, partnerId: string) =>
  send('', 'PUT', { ...asked, partnerId, confirmed: true });
export const removeLink = (asked: Asked) => send('', 'DELETE', { ...asked, confirmed: true });
