import { z } from 'zod';
import type { Reseller } from '#lib/core/evidence.ts';
import { parsePartnerId, parsePrincipalId, parseSubscriptionId, parseTenantId } from '#lib/core/ids.ts';
import { faultOf, readJsonList } from './json-list.ts';
import type { ReadFile } from './settings.ts';

const NAME = 'RESELLERS_FILE';

const entry = z.strictObject({
  name: z.string().min(1),
  tenantId: z.string().optional(),
  partnerIds: z.array(z.string()).default([]),
  agentGroupIds: z.array(z.string()).default([]),
  customers: z.array(z.string()).default([]),
  subscriptions: z.array(z.string()).default([]),
});
type Entry = z.infer<typeof entry>;

function idsOf<Id>(texts: readonly string[], parse: (text: string) => Id | null): Set<Id> | null {
  const ids = texts.map(parse).filter((id) => id !== null);
  return ids.length === texts.length ? new Set(ids) : null;
}

/** Half of a reseller would hide whose access counts, so an entry is taken whole or refused. */
function resellerOf(given: Entry): Reseller | string[] {
  const tenantId = given.tenantId === undefined ? null : parseTenantId(given.tenantId);
  const partnerIds = idsOf(given.partnerIds, parsePartnerId);
  const agentGroupIds = idsOf(given.agentGroupIds, parsePrincipalId);
  const customers = idsOf(given.customers, parseTenantId);
  const subscriptions = idsOf(given.subscriptions, parseSubscriptionId);
  const faults: string[] = [];
  if (given.tenantId !== undefined && tenantId === null) faults.push('tenantId must be a GUID');
  if (partnerIds === null) faults.push('partnerIds must be partner IDs (digits)');
  if (agentGroupIds === null) faults.push('agentGroupIds must be GUIDs');
  if (customers === null) faults.push('customers must be tenant ids (GUIDs)');
  if (subscriptions === null) faults.push('subscriptions must be GUIDs');
  if (given.customers.length + given.subscriptions.length === 0) {
    faults.push('names neither customers nor subscriptions');
  }
  if (partnerIds === null || agentGroupIds === null || customers === null || subscriptions === null)
    return faults;
  return faults.length > 0
    ? faults
    : { name: given.name, tenantId, partnerIds, agentGroupIds, customers, subscriptions };
}

/** Resellers of record by customer or subscription: a JSON list. */
export function parseResellers(path: string, readFile: ReadFile, problems: string[]): Reseller[] {
  const list = readJsonList(path, readFile);
  if (typeof list === 'string') {
    problems.push(`${NAME}: ${list}`);
    return [];
  }
  return list.flatMap((value, position) => {
    const place = `${NAME}: entry ${position + 1}`;
    const shaped = entry.safeParse(value);
    if (!shaped.success) {
      for (const issue of shaped.error.issues) problems.push(`${place} ${faultOf(issue)}`);
      return [];
    }
    const reseller = resellerOf(shaped.data);
    if (!Array.isArray(reseller)) return [reseller];
    for (const fault of reseller) problems.push(`${place} ${fault}`);
    return [];
  });
}
