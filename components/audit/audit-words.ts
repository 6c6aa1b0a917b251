import type { AuditAction } from '#lib/queries/schemas/audit.ts';

export const ACTION_WORDS: Readonly<Record<AuditAction, string>> = {
  'sign-in': 'Sign-in',
  'sign-out': 'Sign-out',
  renewal: 'Session renewed',
  refusal: 'Request refused',
  export: 'Export',
  import: 'Import',
  sync: 'Sync started',
  'link-check': 'Partner link checked',
  'link-change': 'Partner link set',
  'link-removal': 'Partner link removed',
  'link-attestation': 'Partner link attested',
  settings: 'Settings changed',
  people: 'Person changed',
  owner: 'Owner changed',
  finding: 'Finding changed',
};

export const OUTCOME_WORDS = { done: 'Done', refused: 'Refused', failed: 'Failed' } as const;

/** An action of a newer version is shown by its own name. */
export const actionWords = (action: string): string =>
  action in ACTION_WORDS ? ACTION_WORDS[action as AuditAction] : action;
