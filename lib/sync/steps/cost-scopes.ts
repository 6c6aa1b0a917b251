import { readQueryDimensions, type QueryDimensions } from '#lib/azure/costs/read.ts';
import { AzureFailure, FAILURE_KINDS } from '#lib/azure/failure.ts';
import type { CostScope } from '#lib/core/cost-plan.ts';
import { profileOfScope, scopeOfProfile } from '#lib/core/cost-steps.ts';
import type { BilledCustomer } from '#lib/core/facts.ts';
import { listDimensions, saveDimensions } from '#lib/db/costs.ts';
import { listBilledCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { findSourceRead, ownRead, type ReadKey } from '#lib/db/reads.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { graverOf, isOfOneOnly, isRefusal, NothingVisible } from '../failures.ts';
import { complete, type StepContext, type StepResult } from '../step-context.ts';

type Asked = Pick<ReadKey, 'tenantId' | 'scope'>;

/** Where the cost of a step is asked for: at a billing profile, or at each billing account of its customer. */
export async function listCostScopes(db: Db, key: Asked): Promise<CostScope[]> {
  if (key.tenantId === '') return [profileOfScope(key.scope)];
  return (await listBilledCustomers(db, key.tenantId)).map(scopeOfCustomer);
}

/** Those of many steps: billing is asked once for all of them. */
export async function listScopesOf(db: Db, keys: readonly Asked[]): Promise<CostScope[]> {
  const tenants = new Set(keys.map(({ tenantId }) => tenantId));
  const profiles = keys.flatMap(({ tenantId, scope }) => (tenantId === '' ? [profileOfScope(scope)] : []));
  tenants.delete('');
  if (tenants.size === 0) return profiles;
  const billed = (await listBilledCustomers(db)).filter(({ tenantId }) => tenants.has(tenantId));
  return [...profiles, ...billed.map(scopeOfCustomer)];
}

type CustomerScope = Extract<CostScope, { kind: 'customer' }>;

const scopeOfCustomer = ({ billingAccountName, customerId }: BilledCustomer): CustomerScope => ({
  kind: 'customer',
  billingAccountName,
  customerId,
});

/** Customers of one account spell their dimensions alike: one of them is asked for all. */
export const dimensionScope = (scope: CostScope): string =>
  scope.kind === 'profile'
    ? scopeOfProfile(scope.billingAccountName, scope.billingProfileName)
    : `${scope.billingAccountName}/*`;

async function requireDimensions(db: Db, scope: CostScope): Promise<QueryDimensions> {
  const wanted = dimensionScope(scope);
  const rows = (await listDimensions(db)).filter((row) => row.scope === wanted);
  const find = (dimension: keyof QueryDimensions): string | null =>
    rows.find((row) => row.dimension === dimension)?.spelling ?? null;
  const subscriptionId = find('subscriptionId');
  const partnerEarnedCreditApplied = find('partnerEarnedCreditApplied');
  if (subscriptionId === null || partnerEarnedCreditApplied === null) {
    throw await lackOfDimensions(db, wanted);
  }
  return {
    subscriptionId,
    partnerEarnedCreditApplied,
    customerTenantId: find('customerTenantId'),
    publisherType: find('publisherType'),
    chargeType: find('chargeType'),
    pricingModel: find('pricingModel'),
  };
}

/** A refusal of the dimensions is one of the way that needs them; a fault of theirs is not. */
async function lackOfDimensions(db: Db, scope: string): Promise<AzureFailure> {
  const read = await findSourceRead(db, ownRead('cost-dimensions', scope));
  const kind = FAILURE_KINDS.find((one) => one === read?.failure?.kind) ?? 'unavailable';
  const message = read?.failure?.message ?? tellStepReason('no-dimensions', {});
  return new AzureFailure({ kind, source: 'cost-dimensions', message });
}

/**
 * As they were read for all. Where one of those who were asked for all had a fault, each of them is told by its own answer:
 * what befell one is not told of the others.
 */
export async function dimensionsOf(context: StepContext, scope: CostScope): Promise<QueryDimensions> {
  const { db } = context.deps;
  try {
    return await requireDimensions(db, scope);
  } catch (error) {
    if (scope.kind === 'profile' || !isOfOneOnly(error) || isRefusal(error)) throw error;
    const asked = await listCustomersOf(db, scope.billingAccountName);
    if (!asked.some(({ customerId }) => customerId === scope.customerId)) throw error;
    return readQueryDimensions(context.caller(), scope);
  }
}

/** How a billing profile, or the customers of an account, spell what cost queries group by. */
export async function readDimensions(context: StepContext): Promise<StepResult> {
  const { key, deps } = context;
  const scopes: CostScope[] = key.scope.endsWith('/*')
    ? await listCustomersOf(deps.db, key.scope.slice(0, -2))
    : [profileOfScope(key.scope)];
  let refused: unknown = new NothingVisible('No billed customer, and so no billing account, is known.');
  for (const scope of scopes) {
    try {
      const dimensions = await readQueryDimensions(context.caller(), scope);
      const rows = Object.entries(dimensions).flatMap(([dimension, spelling]) =>
        spelling === null ? [] : [{ billingAccountName: scope.billingAccountName, dimension, spelling }],
      );
      context.done = rows.length;
      await context.storePage((tx) => saveDimensions(tx, context.readId, rows), { done: context.done });
      return complete;
    } catch (error) {
      if (!isOfOneOnly(error)) throw error;
      refused = graverOf(refused, error);
    }
  }
  throw refused;
}

/** One that refuses its cost says nothing of the others. */
const CUSTOMERS_TRIED = 5;

async function listCustomersOf(db: Db, account: string): Promise<CustomerScope[]> {
  const billed = (await listBilledCustomers(db)).filter((row) => row.billingAccountName === account);
  return billed.slice(0, CUSTOMERS_TRIED).map(scopeOfCustomer);
}
