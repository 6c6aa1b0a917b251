import type { ArmCall, ArmRoute } from './arm-route.ts';
import { armError, json, paramOf, type Answer } from './http.ts';
import { linkKey } from './simulation.ts';
import type { PartnerLink } from './worlds/types.ts';

const VERSION = '2018-02-01';
const BASE = '/providers/Microsoft.ManagementPartner/partners';

export const managementPartnerRoutes: readonly ArmRoute[] = [
  { api: 'partner-link', pattern: BASE, version: VERSION, methods: { GET: getOwn } },
  {
    api: 'partner-link',
    pattern: `${BASE}/:partnerId`,
    version: VERSION,
    methods: { GET: getById, PUT: create, PATCH: change, DELETE: remove },
  },
];

const ownLink = ({ caller, simulation }: ArmCall): PartnerLink | undefined =>
  simulation.links.get(linkKey(caller.tenantId, caller.objectId));

/** One object, never a list: the link of the identity that asks. */
function getOwn(armCall: ArmCall): Answer {
  const link = ownLink(armCall);
  if (link === undefined) return notLinked();
  return json({ ...wireOf(link), id: BASE.toLowerCase(), type: 'Microsoft.ManagementPartner/partner' });
}

function getById(armCall: ArmCall): Answer {
  const link = ownLink(armCall);
  return link?.partnerId === paramOf(armCall.params, 'partnerId') ? json(wireOf(link)) : notLinked();
}

function create(armCall: ArmCall): Answer {
  if (ownLink(armCall) !== undefined) {
    return armError(409, 'Conflict', 'A partner is already linked to this account. Use PATCH to change it.');
  }
  return save(armCall, null);
}

function change(armCall: ArmCall): Answer {
  const link = ownLink(armCall);
  return link === undefined ? notLinked() : save(armCall, link);
}

function save({ caller, params, simulation }: ArmCall, before: PartnerLink | null): Answer {
  const partnerId = paramOf(params, 'partnerId');
  if (!/^\d{1,12}$/.test(partnerId)) return armError(400, 'BadRequest', 'The partner ID is not valid.');
  const now = new Date(simulation.clock.now()).toISOString();
  const link: PartnerLink = {
    tenantId: caller.tenantId,
    objectId: caller.objectId,
    partnerId,
    partnerName: `Partner ${partnerId}`,
    version: (before?.version ?? 0) + 1,
    createdTime: before?.createdTime ?? now,
    updatedTime: now,
  };
  simulation.links.set(linkKey(caller.tenantId, caller.objectId), link);
  return json(wireOf(link));
}

function remove(armCall: ArmCall): Answer {
  const { caller, params, simulation } = armCall;
  if (ownLink(armCall)?.partnerId !== paramOf(params, 'partnerId')) return notLinked();
  simulation.links.delete(linkKey(caller.tenantId, caller.objectId));
  return { status: 200 };
}

const notLinked = (): Answer =>
  armError(404, 'NotFound', 'The management partner for this account was not found.');

const wireOf = ({ partnerId, partnerName, tenantId, objectId, version, ...times }: PartnerLink) => ({
  id: `${BASE.toLowerCase()}/${partnerId}`,
  type: 'Microsoft.ManagementPartner/partners',
  name: partnerId,
  etag: version,
  properties: { partnerId, partnerName, tenantId, objectId, version, ...times, state: 'Active' },
});
