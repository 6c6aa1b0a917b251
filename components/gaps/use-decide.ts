import { useTexts } from '#language';
import type { Undo } from '#components/live/messages.ts';
import type { Came } from '#components/live/use-change.ts';
import type { ChangedFindings } from '#lib/queries/schemas/findings.ts';
import { decisionFault, type FormDecision } from './form-decision.ts';
import { requestDecision, requestUndo } from './request-decision.ts';

/** Decides about findings, says of how many, and how that is taken back. */
export function useDecide(): (ids: readonly string[], decision: FormDecision) => Promise<Came> {
  const t = useTexts('decision');
  const undoOf = (changed: ChangedFindings): Undo => {
    return async () => {
      const sent = await requestUndo(changed);
      if (sent.kind === 'refused') return sent;
      const { undone, kept } = sent.answer;
      const counts = { undone: undone.length, kept: kept.length };
      return { kind: 'undone', text: t(kept.length === 0 ? 'undone' : 'undoneSome', counts) };
    };
  };
  return async (ids, decision) => {
    const fault = decisionFault(ids, decision);
    if (fault !== null) return { kind: 'refused', problem: { code: fault, detail: null } };
    const sent = await requestDecision(ids, decision);
    if (sent.kind === 'refused') return sent;
    const { changed, unknown } = sent.answer;
    if (changed.length === 0 && unknown.length === 0) return { kind: 'done', text: t('same'), undo: null };
    const text = t(unknown.length === 0 ? 'changed' : 'changedSome', {
      changed: changed.length,
      unknown: unknown.length,
    });
    return { kind: 'done', text, undo: changed.length === 0 ? null : undoOf(sent.answer) };
  };
}
