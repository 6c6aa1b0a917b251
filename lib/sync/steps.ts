import type { Source } from '#lib/core/statuses.ts';
import type { ReadKey } from '#lib/db/reads.ts';
import { NothingVisible } from './failures.ts';
import type { StepWork } from './step-context.ts';
import { readCustomerCosts } from './steps/costs.ts';
import {
  readCustomerDelegations,
  readCustomerRoleAssignments,
  readCustomerSubscriptions,
  readDirectIdentities,
  readLinkInCustomerTenant,
} from './steps/customer.ts';
import {
  readAuthorizedIdentities,
  readBillingCustomers,
  readDelegatedSubscriptions,
  readDimensions,
  readOurAgentGroups,
  readOurLinks,
  readRoleNames,
} from './steps/managing.ts';

const later: StepWork = () => Promise.reject(new NothingVisible('This source is not read yet.'));

/** What each source is read by: a new source is a row here. */
export const STEP_WORK: Record<Source, StepWork> = {
  'billing-customers': readBillingCustomers,
  subscriptions: readDelegatedSubscriptions,
  'customer-subscriptions': readCustomerSubscriptions,
  'role-definitions': readRoleNames,
  'agent-groups': readOurAgentGroups,
  'partner-links': (context) =>
    isOwn(context.key) ? readOurLinks(context) : readLinkInCustomerTenant(context),
  delegations: readCustomerDelegations,
  'role-assignments': readCustomerRoleAssignments,
  identities: readAuthorizedIdentities,
  'customer-identities': readDirectIdentities,
  'cost-dimensions': readDimensions,
  costs: readCustomerCosts,
  'billing-accounts': later,
  'billing-profiles': later,
  'billing-subscriptions': later,
  'billing-transfers': later,
  tenants: later,
  'resource-groups': later,
  'delegation-definitions': later,
  'group-schedules': later,
  gdap: later,
  'customer-delegations': later,
  'customer-role-assignments': later,
  'marketplace-offers': later,
  'deny-assignments': later,
  'role-schedules': later,
};

const isOwn = (key: ReadKey): boolean => key.tenantId === '';
