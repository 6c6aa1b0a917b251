import type { TenantId } from '#lib/core/ids.ts';
import { openBudget } from './budget.ts';
import { NOT_RESUMED, type Caller } from './caller.ts';
import type { RoomDeps } from './room.ts';
import type { AzureSettings } from './settings.ts';

export type PersonAccess = {
  tenantId: TenantId;
  /** A token that acts for the person, for the audience of the scope. */
  token: (scope: string) => Promise<string>;
  signal: AbortSignal;
};

const ATTEMPT_TIMEOUT_MS = 30_000;
const ignore = (): void => undefined;

/** Asks Azure on behalf of a person who waits for the answer. */
export const openPersonCaller = (
  settings: AzureSettings,
  { now, sleep, log, budget = openBudget() }: RoomDeps,
  access: PersonAccess,
): Caller => ({
  settings,
  ...access,
  identity: 'person',
  urgentScopes: () => [],
  budget,
  attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
  now,
  sleep,
  log,
  onCall: ignore,
  onPage: ignore,
  resumed: NOT_RESUMED,
  onOutcome: ignore,
  onWait: ignore,
});
