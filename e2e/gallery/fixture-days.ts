import type { CustomerDay } from '#lib/queries/schemas/customers.ts';

/** Days of November up to the 20th; the last three are too new to judge. */
export function makeDays(currency: string, level: number, credited: number, startsOn = 1): CustomerDay[] {
  return Array.from({ length: 20 }, (_, index) => {
    const weekend = index % 7 === 0 || index % 7 === 6 ? 0.6 : 1;
    const gross = level * weekend * (0.9 + ((index * 37) % 20) / 100);
    const settled = index < 17;
    const share = index + 1 < startsOn ? 0 : settled ? credited : credited * 0.3;
    return {
      day: `2026-11-${String(index + 1).padStart(2, '0')}`,
      currency,
      creditedGross: (gross * share).toFixed(2),
      notEarnedGross: '0',
      ineligibleGross: '0',
      unclassifiedGross: (gross * (1 - share)).toFixed(2),
      settled,
    };
  });
}
