import { useTexts } from '#language';
import type { Undo } from '#components/live/messages.ts';
import type { Came } from '#components/live/use-change.ts';
import type { Link } from '#lib/queries/schemas/links.ts';
import { requestRestoring, requestWithdrawal } from './request-attestation.ts';

/** Withdraws what was attested of an identity, and says how that is taken back. */
export function useWithdrawal(link: Link): () => Promise<Came> {
  const t = useTexts('attestation');
  const who = link.displayName ?? link.principalId;
  return async () => {
    const sent = await requestWithdrawal(link);
    if (sent.kind === 'refused') return sent;
    const undo: Undo = async () => {
      const refused = await requestRestoring(link, sent.answer);
      if (refused !== null) return { kind: 'refused', problem: refused };
      return { kind: 'undone', text: t('restored', { who }) };
    };
    return { kind: 'done', text: t('withdrawn', { who }), undo };
  };
}
