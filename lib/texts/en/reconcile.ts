export const reconcile = {} as const;
