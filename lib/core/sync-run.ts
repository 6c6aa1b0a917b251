export const STEP_STATUSES = [
  'pending',
  'running',
  'waiting',
  'done',
  'forbidden',
  'failed',
  'refused',
] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

export const RUN_STATUSES = ['running', 'complete', 'partial', 'failed', 'interrupted'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];
