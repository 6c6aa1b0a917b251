/** Order by code units: the same on every machine, and quick. */
export const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
