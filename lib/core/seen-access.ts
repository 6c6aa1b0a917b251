import type { Cause } from './causes.ts';
import type { SubscriptionId } from './ids.ts';
import type { Source, Verdict } from './statuses.ts';

/** Who may do what: one principal and role of an assignment or a delegation. */
export type Grant = { principalId: string; roleDefinitionId: string; how: 'permanent' | 'just-in-time' };

/** One hold on a subscription as it was seen, by what Azure says of it and not by how it is judged. */
export type SeenPath = {
  /** Id of the assignment that grants it. */
  sourceId: string;
  kind: 'aobo' | 'lighthouse' | 'direct';
  scope: string;
  /** Tenant to which a delegation was made; null: not a delegation, or its definition was not given. */
  managedBy: string | null;
  grants: readonly Grant[];
};

/** `partnerId` null: known to be linked to none. */
export type SeenLink = { tenantId: string; principalId: string; partnerId: string | null };

export type SeenTransfer = { id: string; direction: 'in' | 'out'; at: string | null };

/** What was last known of a subscription; null: never read, so that nothing of it can have changed. */
export type SeenSubscription = {
  subscriptionId: SubscriptionId;
  /** Shown to the managing tenant's token, which every delegation to it brings with it. */
  visible: boolean;
  delegations: readonly SeenPath[] | null;
  foreignGroups: readonly SeenPath[] | null;
  /** Of identities of ours or of the reseller of record; unread while nothing says whose they are. */
  direct: readonly SeenPath[] | null;
  transfers: readonly SeenTransfer[] | null;
  verdict: { verdict: Verdict; cause: Cause } | null;
};

/** What was last known of a customer: the side of a comparison that a sync leaves for the next. */
export type SeenCustomer = {
  managingTenantId: string;
  subscriptions: readonly SeenSubscription[];
  links: readonly SeenLink[];
  /** Sources that the last sync asked in vain. */
  refused: readonly Source[];
  /** Sources that any sync has read. */
  read: readonly Source[];
};
