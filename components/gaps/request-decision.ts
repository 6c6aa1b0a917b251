import { sendForAnswer, type Answered } from '#components/live/send-change.ts';
import type { ChangedFindings, UndoneFindings } from '#lib/queries/schemas/findings.ts';
import type { FormDecision } from './form-decision.ts';

const FINDINGS = '/api/v1/findings';

export const requestDecision = (
  ids: readonly string[],
  decision: FormDecision,
): Promise<Answered<ChangedFindings>> => sendForAnswer('PATCH', FINDINGS, { ids, ...decision });

export const requestUndo = ({ changed, decidedAt }: ChangedFindings): Promise<Answered<UndoneFindings>> =>
  sendForAnswer('POST', `${FINDINGS}/undo`, { ids: changed, decidedAt });
