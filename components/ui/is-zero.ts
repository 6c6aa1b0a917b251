export const isZero = (amount: string): boolean => Number(amount) === 0;
