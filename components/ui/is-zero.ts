export const isZero = (amount: string): boolean => Number(amount) === 0;

/** Neither nothing nor what refunds took back. */
export const isPositive = (amount: string): boolean => Number(amount) > 0;
