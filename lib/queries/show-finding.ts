import 'server-only';
import { addMoney } from '#lib/core/add-money.ts';
import { requireDecimal, type Decimal } from '#lib/core/money.ts';
import { severityOf } from '#lib/core/severity.ts';
import {
  listFindingEvidence,
  listFindingRemedies,
  listFindingSums,
  type ListedFinding,
} from '#lib/db/finding-list.ts';
import type { QueryContext } from './context.ts';
import { moneyByMonth, type MonthMoney } from './month-money.ts';
import { wordsFor, type ReaderWords } from './reader-words.ts';
import type { Finding } from './schemas/findings.ts';

/** Findings with their money, evidence and remedy. */
export async function showFindings(
  context: QueryContext,
  listed: readonly ListedFinding[],
  words = wordsFor('program'),
): Promise<Finding[]> {
  const { db, rateFraction } = context;
  const ids = listed.map(({ id }) => id);
  const months = await moneyByMonth(context, await listFindingSums(db, ids), ({ findingId }) => findingId);
  const evidence = new Map((await listFindingEvidence(db, ids)).map((row) => [row.findingId, row]));
  const remedies = new Map((await listFindingRemedies(db, ids)).map((row) => [row.findingId, row.remedy]));
  return listed.map((row) => ({
    ...plainOf(row),
    ...moneyOfMonths(months.get(row.id) ?? [], requireDecimal(row.weight).times(rateFraction)),
    evidence: evidenceOf(row, evidence.get(row.id)),
    remedy: remedyOf(remedies.get(row.id), words),
  }));
}

const isResolved = ({ state }: Finding): boolean => state === 'resolved';

export const unresolvedFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((left, right) => Number(isResolved(left)) - Number(isResolved(right)));

type Plain = Omit<Finding, 'severity' | 'missed' | 'months' | 'evidence' | 'remedy'>;

const plainOf = (row: ListedFinding): Plain => ({
  id: row.id,
  cause: row.cause,
  verdict: row.verdict,
  subscriptionId: row.subscriptionId,
  subscriptionName: row.subscriptionName,
  tenantId: row.tenantId,
  customerName: row.customerName,
  since: row.since,
  openedAt: row.openedAt,
  judgedAt: row.judgedAt,
  leads: row.leads,
  unknownSince: row.unknownSince,
  unknownBecause: row.unknownBecause,
  state: row.state,
  resolvedAt: row.resolvedAt,
  resolvedTo: row.resolvedTo,
  owner: row.ownerId === null ? null : { personId: row.ownerId, name: row.ownerName },
  note: row.note,
});

const moneyOfMonths = (
  months: readonly MonthMoney[],
  mayBeMissed: Decimal,
): Pick<Finding, 'severity' | 'missed' | 'months'> => ({
  severity: severityOf(months.length === 0 ? null : mayBeMissed),
  missed: addMoney(months.map(({ totals }) => totals)),
  months: months.map(({ period, totals }) => ({ period, missed: totals })),
});

type EvidenceRow = Awaited<ReturnType<typeof listFindingEvidence>>[number];

/** The rule that led, first of those that fired with it. */
function evidenceOf({ cause }: ListedFinding, row: EvidenceRow | undefined): Finding['evidence'] {
  if (row === undefined) return { period: null, rules: [], rulesVersion: null, roleListVersion: null };
  const { period, evidence, rulesVersion, roleListVersion } = row;
  const rules = evidence.toSorted(
    (left, right) => Number(right.rule === cause) - Number(left.rule === cause),
  );
  return {
    ...{ period, rulesVersion, roleListVersion },
    rules: rules.map(({ facts, ...rest }) => ({ ...rest, facts: [...facts] })),
  };
}

type StoredRemedy = Awaited<ReturnType<typeof listFindingRemedies>>[number]['remedy'];

function remedyOf(remedy: StoredRemedy | undefined, words: ReaderWords): Finding['remedy'] {
  if (remedy === undefined) return null;
  const { steps, values, commands, askCustomer } = remedy;
  return { steps: steps.map((step) => words.step(step, values)), commands: [...commands], askCustomer };
}
