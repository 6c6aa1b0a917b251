import type { FindingDetail } from '#lib/queries/schemas/findings.ts';
import { FINDINGS } from '../fixture-findings.ts';
import { completenessOf } from '../fixture-sources.ts';
import { chosenScenario } from './scenario.ts';

export async function getFinding(id: string): Promise<FindingDetail | null> {
  const scenario = await chosenScenario();
  const finding = FINDINGS.find((row) => row.id === id);
  if (finding === undefined) return null;
  const byFacts = { detail: { verdict: finding.verdict }, actorName: null };
  return {
    ...finding,
    history: [
      {
        at: '2026-11-20T09:00:00Z',
        kind: 'changed',
        detail: { state: finding.state, note: finding.note },
        actorName: 'Kim Lindqvist',
      },
      { at: '2026-11-02T04:12:00Z', kind: 'opened', ...byFacts },
    ],
    supportCase: null,
    people: [{ personId: 'tenant/kim', name: 'Kim Lindqvist' }],
    mayChange: true,
    completeness: completenessOf(scenario),
  };
}
