/** Whether a scope covers another; both are resource ids, lower-cased; null: the whole subscription. */
export const isWithin = (scope: string, narrowScope: string | null): boolean =>
  narrowScope !== null && `${narrowScope}/`.startsWith(`${scope}/`);
