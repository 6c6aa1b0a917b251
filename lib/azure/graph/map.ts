import type { z } from 'zod';
import type { AgentGroup, Identity } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { principalTypeOf } from '../principal-type.ts';
import type { directoryObjectWire } from './wire.ts';

type DirectoryObjectWire = z.infer<typeof directoryObjectWire>;

export const mapIdentity = (tenantId: TenantId, wire: DirectoryObjectWire): Identity => ({
  tenantId,
  principalId: wire.id,
  type: principalTypeOf(wire['@odata.type']),
  displayName: wire.displayName,
  enabled: wire.accountEnabled,
  userType: wire.userType,
  appOwnerTenantId: wire.appOwnerOrganizationId,
  appId: null,
  homeUserName: null,
});

export const mapAgentGroup = ({ id, displayName }: DirectoryObjectWire): AgentGroup => ({
  principalId: id,
  name: displayName ?? '',
});
