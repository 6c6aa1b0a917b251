import type { PrincipalType } from '#lib/core/facts.ts';

const TYPES = new Map<string, PrincipalType>([
  ['user', 'user'],
  ['group', 'group'],
  ['serviceprincipal', 'service-principal'],
  ['foreigngroup', 'foreign-group'],
  ['device', 'device'],
]);

/** Of a role assignment ('ForeignGroup') or of a directory object ('#microsoft.graph.group'). */
export const principalTypeOf = (wireName: string | null): PrincipalType =>
  TYPES.get((wireName ?? '').replace(/^#?microsoft\.graph\./i, '').toLowerCase()) ?? 'other';
