import type { z } from 'zod';
import type { RoleDefinition } from '#lib/core/facts.ts';
import type { roleDefinitionWire } from './wire.ts';

const KINDS = new Map<string, RoleDefinition['kind']>([
  ['builtinrole', 'built-in'],
  ['customrole', 'custom'],
]);

export const mapRoleDefinition = ({
  id,
  properties,
}: z.infer<typeof roleDefinitionWire>): RoleDefinition => ({
  roleDefinitionId: id,
  name: properties.roleName,
  kind: KINDS.get(properties.type.toLowerCase()) ?? 'other',
});
