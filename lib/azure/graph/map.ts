import type { z } from 'zod';
import type { AgentGroup, GdapRelationship, Identity, MembershipSchedule } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { principalTypeOf } from '../principal-type.ts';
import { scheduleKindOf, type ScheduleList } from '../schedule-kind.ts';
import type { directoryObjectWire, membershipScheduleWire, relationshipWire } from './wire.ts';

type DirectoryObjectWire = z.infer<typeof directoryObjectWire>;

const INVITED = /^(.+)_([^_]+)#ext#@/;

/**
 * A guest is called 'anna_contoso.com#EXT#@customer.example' where it was invited; domains hold no underscore, so the
 * last one stands for the sign.
 */
function homeUserNameOf({ userPrincipalName, mail }: DirectoryObjectWire): string | null {
  const name = userPrincipalName?.toLowerCase() ?? null;
  if (name === null || !name.includes('#ext#')) return name;
  const [, local, domain] = INVITED.exec(name) ?? [];
  if (mail) return mail.toLowerCase();
  return local === undefined || domain === undefined ? null : `${local}@${domain}`;
}

export const mapIdentity = (tenantId: TenantId, wire: DirectoryObjectWire): Identity => ({
  tenantId,
  principalId: wire.id,
  type: principalTypeOf(wire['@odata.type']),
  displayName: wire.displayName,
  enabled: wire.accountEnabled,
  userType: wire.userType,
  appOwnerTenantId: wire.appOwnerOrganizationId,
  appId: wire.appId?.toLowerCase() ?? null,
  homeUserName: homeUserNameOf(wire),
});

export const mapAgentGroup = ({ id, displayName }: DirectoryObjectWire): AgentGroup => ({
  principalId: id,
  name: displayName ?? '',
});

export const mapRelationship = (wire: z.infer<typeof relationshipWire>): GdapRelationship => ({
  id: wire.id,
  customerTenantId: wire.customer?.tenantId ?? null,
  displayName: wire.displayName,
  status: wire.status,
  activeFrom: wire.activatedDateTime,
  endAt: wire.endDateTime,
});

export const mapMembershipSchedule = (
  list: ScheduleList,
  wire: z.infer<typeof membershipScheduleWire>,
): MembershipSchedule => ({
  groupId: wire.groupId,
  principalId: wire.principalId,
  access: wire.accessId.toLowerCase() === 'owner' ? 'owner' : 'member',
  kind: scheduleKindOf(list, wire.assignmentType),
  startAt: wire.startDateTime,
  endAt: wire.endDateTime,
});
