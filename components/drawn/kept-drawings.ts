/** Languages, minutes and months of one answer: more are seldom asked for at a time. */
const MOST_OF_ONE = 40;

const keptOf = new WeakMap<object, Map<string, string>>();

/** What was drawn of the same answer before. It goes with the answer, which nobody is shown who may not see it. */
export function keepDrawing(answer: object, name: string, draw: () => string): string {
  const kept = keptOf.get(answer) ?? new Map<string, string>();
  keptOf.set(answer, kept);
  const known = kept.get(name);
  if (known !== undefined) return known;
  const drawn = draw();
  kept.set(name, drawn);
  const [oldest] = kept.keys();
  if (kept.size > MOST_OF_ONE && oldest !== undefined) kept.delete(oldest);
  return drawn;
}
