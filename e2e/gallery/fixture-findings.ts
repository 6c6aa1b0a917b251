import type { Subscription } from '#lib/queries/schemas/shared.ts';
import type { Finding } from '#lib/queries/schemas/findings.ts';
import type { FindingState, Severity } from '#lib/core/statuses.ts';
import { CUSTOMERS, guid, subscriptionsOf } from './fixture-customers.ts';

const READ_AT = '2026-11-21T04:12:00Z';
const STATES: readonly FindingState[] = ['open', 'open', 'in-progress', 'waiting', 'resolved', 'accepted'];
const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low', 'none', 'unknown'];
const ASKING = new Set(['not-earning', 'partial', 'unverified', 'unknown']);
const OWNER = 'Katarzyna Wiśniewska-Kołodziejczyk (external contractor)';

const made = ({ subscriptionId, displayName, customer, ...row }: Subscription, index: number): Finding => {
  const state = STATES[index % STATES.length] ?? 'open';
  const gone = state === 'resolved' && index % 2 === 0;
  return {
    id: guid(800, index),
    cause: row.cause,
    verdict: row.verdict,
    severity: SEVERITIES[index % SEVERITIES.length] ?? 'unknown',
    ...{ subscriptionId, subscriptionName: displayName },
    ...{ tenantId: customer.tenantId, customerName: customer.displayName },
    missed: row.totals,
    months: row.totals.length === 0 ? [] : [{ period: '2026-11', missed: row.totals }],
    ...{ since: '2026-10-03', openedAt: READ_AT, judgedAt: READ_AT },
    leads: gone ? 'no' : index % 7 === 5 ? 'unknown' : 'yes',
    ...{ unknownSince: null, unknownBecause: index % 7 === 5 ? 'access-unread' : null },
    ...{ state, resolvedAt: gone ? READ_AT : null, resolvedTo: gone ? 'earning' : null },
    owner: index % 3 === 0 ? { personId: 'tenant/kasia', name: OWNER } : null,
    note: index % 4 === 0 ? 'Asked their administrator on Monday; they answer by the end of the month.' : '',
    evidence: { period: '2026-11', rules: [], rulesVersion: '2026-11-21', roleListVersion: '2022-11-08' },
    remedy: {
      steps: [
        'Agree with the customer which access the managed service needs.',
        'Let them deploy the template.',
      ],
      commands: [
        {
          shell: 'azure-cli',
          text: `az account set --subscription ${subscriptionId}`,
          purpose: 'onboard',
        },
        { shell: 'bicep', text: "targetScope = 'subscription'\n".repeat(60), purpose: 'onboard' },
      ],
      askCustomer: true,
    },
  };
};

export const FINDINGS: readonly Finding[] = CUSTOMERS.flatMap((_, index) => subscriptionsOf(index))
  .filter(({ verdict, cause }) => ASKING.has(verdict) && cause !== 'earning')
  .map(made);
