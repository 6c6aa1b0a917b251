import 'server-only';
import { roleEarns } from '#lib/core/roles.ts';
import type { RoleDefinitionId } from '#lib/core/ids.ts';
import type { StoredPath } from '#lib/db/schema.ts';
import type { SubscriptionVerdict } from '#lib/db/verdicts.ts';
import { moneyOf, type Rates, type StoredSum } from './money.ts';
import type { Names } from './names.ts';
import type { ReaderWords } from './reader-words.ts';
import type { AccessPath, Subscription } from './schemas/shared.ts';

export type StoredAnswer = Omit<SubscriptionVerdict, 'paths'>;

/** The plain answers of one subscription's month; `sums`: its own, by currency and class. */
export const showAnswers = (
  row: StoredAnswer,
  customerName: string,
  { sums, rates, words }: { sums: readonly StoredSum[]; rates: Rates; words: ReaderWords },
): Subscription => ({
  subscriptionId: row.subscriptionId,
  displayName: row.displayName,
  customer: { tenantId: row.tenantId, displayName: customerName },
  state: row.state,
  offer: row.offer,
  linked: row.linked,
  linkedHow: words.linkedHow(row.linkedHow),
  access: row.access,
  credit: row.credit,
  verdict: row.verdict,
  basis: row.basis,
  cause: row.cause,
  alsoCauses: row.alsoCauses,
  totals: moneyOf(sums, rates),
  judgeableFrom: row.judgeableFrom,
  asOf: row.asOf,
});

export function showPath(path: StoredPath, names: Names): AccessPath {
  const principal = path.principalId === null ? null : (names.principals.get(path.principalId) ?? null);
  return {
    kind: path.kind,
    scope: path.scope,
    role:
      path.roleDefinitionId === null
        ? null
        : {
            id: path.roleDefinitionId,
            name: names.roles.get(path.roleDefinitionId) ?? null,
            // Stored from a parsed id.
            earns: roleEarns(path.roleDefinitionId as RoleDefinitionId),
          },
    principal:
      path.principalId === null
        ? null
        : {
            id: path.principalId,
            type: principal?.type ?? 'unknown',
            displayName: principal?.displayName ?? path.link?.displayName ?? null,
          },
    permanent: path.permanent,
    link: showLink(path),
    origin: path.origin,
    owner: path.owner,
    earns: path.earns,
    because: path.because,
    readAt: path.readAt,
  };
}

/** Admin on behalf of needs no link, so it has none to show. */
function showLink({ kind, link, principalId }: StoredPath): AccessPath['link'] {
  if (kind === 'aobo' || principalId === null) return null;
  if (link === null) return { state: 'unknown', partnerId: null, tenantId: null, checkedAt: null, how: null };
  return {
    state: link.link.state,
    partnerId: link.link.state === 'linked' ? link.link.partnerId : null,
    tenantId: link.tenantId,
    checkedAt: link.checkedAt,
    how: link.how,
  };
}
