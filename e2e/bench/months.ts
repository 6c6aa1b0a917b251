/** The months up to one, as `2026-11`. */
export function monthsUntil(newest: string, count: number): string[] {
  const [year = 0, month = 1] = newest.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const before = year * 12 + month - 1 - (count - 1 - index);
    return `${Math.floor(before / 12)}-${String((before % 12) + 1).padStart(2, '0')}`;
  });
}
