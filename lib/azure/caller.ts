import type { TenantId } from '#lib/core/ids.ts';
import type { ThrottleBudget, Wait } from '#lib/core/throttle-budget.ts';
import type { Logger } from './logger.ts';
import type { AzureSettings } from './settings.ts';

/** A page of a list: how many items it has, and how many Azure says there are of the whole list, on its first page. */
export type PageCount = {
  rows: number;
  /** 'unchanged': a further page; null: Azure does not say. */
  announced: number | null | 'unchanged';
};

/** An identity bound to a tenant, with the clock, the limits and the listeners of the work it does. */
export type Caller = {
  settings: AzureSettings;
  tenantId: TenantId;
  /** Whose limits its calls count against. */
  identity: string;
  budget: ThrottleBudget;
  token: (scope: string) => Promise<string>;
  signal: AbortSignal;
  attemptTimeoutMs: number;
  now: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  log: Logger;
  onCall: () => void;
  onPage: (count: PageCount) => void;
  onWait: (wait: Wait | null) => void;
};
