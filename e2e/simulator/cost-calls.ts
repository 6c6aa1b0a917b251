import type { ArmCall } from './arm-route.ts';
import { armError, type Answer } from './http.ts';
import type { Allowed, CostCall } from './throttle.ts';

/** Counts a call against the limits of its scope, identity, tenant and client. */
export function countCost(armCall: ArmCall, counted: Pick<CostCall, 'kind' | 'scope' | 'units'>): Allowed {
  const { call, caller, simulation } = armCall;
  const clientType = call.headers['clienttype'];
  return simulation.throttle.cost({
    ...counted,
    tenantId: caller.tenantId,
    identity: `${caller.tenantId} ${caller.objectId}`,
    clientType: Array.isArray(clientType) ? clientType[0] : clientType,
  });
}

export const tooMany = (headers: Record<string, string>): Answer =>
  armError(429, '429', 'Too many requests. Please retry.', headers);
