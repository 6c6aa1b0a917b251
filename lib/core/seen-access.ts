import type { Cause } from './causes.ts';
import type { SubscriptionId } from './ids.ts';
import type { Source, Verdict } from './statuses.ts';

/** One access path as it was seen, with what makes it worth telling when it changes. */
export type SeenPath = {
  /** Id of the assignment that grants it. */
  sourceId: string;
  kind: 'aobo' | 'lighthouse' | 'direct';
  scope: string;
  principalId: string | null;
  roleDefinitionId: string | null;
  earns: 'yes' | 'no' | 'unknown';
};

/** `partnerId` null: known to be linked to none. */
export type SeenLink = { tenantId: string; principalId: string; partnerId: string | null };

export type SeenTransfer = { id: string; direction: 'in' | 'out'; at: string | null };

/** What was last known of a subscription; null: never read, so that nothing of it can have changed. */
export type SeenSubscription = {
  subscriptionId: SubscriptionId;
  delegations: readonly SeenPath[] | null;
  assignments: readonly SeenPath[] | null;
  transfers: readonly SeenTransfer[] | null;
  verdict: { verdict: Verdict; cause: Cause } | null;
};

/** What was last known of a customer: the side of a comparison that a sync leaves for the next. */
export type SeenCustomer = {
  subscriptions: readonly SeenSubscription[];
  links: readonly SeenLink[];
  /** Sources that the last sync asked in vain. */
  refused: readonly Source[];
  /** Sources that any sync has read. */
  read: readonly Source[];
};
