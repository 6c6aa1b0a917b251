import { SOURCES } from '#lib/core/statuses.ts';
import type { Completeness, SourceFailure } from '#lib/queries/schemas/shared.ts';
import { guid } from './fixture-customers.ts';

export type Scenario = 'filled' | 'empty' | 'unconfigured' | 'failed' | 'running' | 'fault';

const READ_AT = '2026-11-21T04:12:00Z';

const forbidden = (customer: number, displayName: string): SourceFailure => ({
  tenantId: guid(100, customer),
  displayName,
  kind: 'no-consent',
  message: 'Entra refused the token: the application has no consent in this tenant (AADSTS700016)',
  code: 'AADSTS700016',
  missingRight: 'Consent to the application in the customer tenant, with Reader on the subscription',
  at: READ_AT,
});

const down = (displayName: string | null): SourceFailure => ({
  tenantId: null,
  displayName,
  kind: 'unauthorized',
  message: 'Azure refused the request (403 AuthorizationFailed)',
  code: 'AuthorizationFailed',
  missingRight: 'Billing account reader on the partner billing account',
  at: READ_AT,
});

function entry(source: Completeness['source'], scenario: Scenario): Completeness {
  const base = {
    source,
    expected: 30,
    read: 30,
    rows: 412,
    rowsExpected: 412,
    rowsRead: 412,
    asOf: READ_AT,
    failed: 0,
    failures: [],
    status: 'complete' as const,
  };
  if (scenario === 'empty' || scenario === 'unconfigured') {
    return { ...base, status: 'never', expected: null, read: 0, rows: 0, asOf: null };
  }
  if (source === 'role-assignments') {
    return {
      ...base,
      status: 'partial',
      read: 28,
      failed: 2,
      failures: [forbidden(5, 'Eskilstuna Kommunala Bostäder'), forbidden(16, 'Pioneer Schools Trust')],
    };
  }
  if (scenario === 'failed' && (source === 'costs' || source === 'billing-customers')) {
    const asOf = source === 'costs' ? '2026-11-17T04:10:00Z' : null;
    return { ...base, status: 'failed', read: 0, asOf, failed: 1, failures: [down(null)] };
  }
  return base;
}

export const completenessOf = (scenario: Scenario): Completeness[] =>
  SOURCES.map((source) => entry(source, scenario));
