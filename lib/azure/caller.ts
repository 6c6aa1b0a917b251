import type { CostScope } from '#lib/core/cost-plan.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { ThrottleBudget, Wait } from '#lib/core/throttle-budget.ts';
import type { CallOutcome } from './attempt.ts';
import type { Logger } from './logger.ts';
import type { AzureSettings } from './settings.ts';

/** A page of a list: how many items it has, and how many Azure says there are of the whole list, on its first page. */
export type PageCount = {
  rows: number;
  /** 'unchanged': a further page; null: Azure does not say. */
  announced: number | null | 'unchanged';
  /** Link to the page after it; null: it is the last, or goes on by other means. */
  next: string | null;
};

/** Answers to questions that are asked before their facts can be stored: whoever goes on need not ask again. */
export type KeptAnswers = {
  find: (question: string) => Promise<string | null>;
  keep: (question: string, answer: string) => Promise<void>;
};

/** Where a list that was cut short goes on, and what was answered before. */
export type Resumed = {
  /** Link of the list that the caller asks for first; null: it begins. */
  link: string | null;
  answers: KeptAnswers;
};

export const NOT_RESUMED: Resumed = {
  link: null,
  answers: { find: () => Promise.resolve(null), keep: () => Promise.resolve() },
};

/** An identity bound to a tenant, with the clock, the limits and the listeners of the work it does. */
export type Caller = {
  settings: AzureSettings;
  tenantId: TenantId;
  /** Whose limits its calls count against. */
  identity: string;
  urgentScopes: () => readonly CostScope[];
  budget: ThrottleBudget;
  token: (scope: string) => Promise<string>;
  signal: AbortSignal;
  attemptTimeoutMs: number;
  now: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  log: Logger;
  onCall: () => void;
  onPage: (count: PageCount) => void;
  resumed: Resumed;
  onOutcome: (outcome: CallOutcome) => void;
  onWait: (wait: Wait | null) => void;
};
