import type { OwnLinkResult } from '#lib/commands/own-link.ts';
import { answer, problem } from '#app/api/respond.ts';

/** Azure's own words stay as they are: they say best what to do. */
export function answerOwnLink(result: OwnLinkResult): Response {
  switch (result.kind) {
    case 'read':
      return answer(result.own);
    case 'not-configured':
      return problem({
        status: 409,
        code: 'not-configured',
        title: 'Not configured',
        detail: 'The server may not act for people: set SIGN_IN_CLIENT_SECRET or a certificate, and Azure.',
      });
    case 'token-refused':
      return problem({
        status: 401,
        code: `token-refused-${result.fault}`,
        title: 'Sign-in required',
        detail: 'This needs a fresh token of the person who asks.',
      });
    case 'foreign-partner-id':
      return problem({
        status: 422,
        code: 'foreign-partner-id',
        title: 'Not one of your partner IDs',
        detail: 'Only a location partner ID of your organisation can earn; PARTNER_IDS lists them.',
      });
    default:
      return problem({
        status: 409,
        code: result.kind,
        title: result.kind === 'consent-required' ? 'Consent required' : 'Azure refused',
        detail: result.message,
      });
  }
}
