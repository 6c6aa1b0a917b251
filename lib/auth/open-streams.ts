/** More than a browser keeps open to one server; each costs a look into the store twice a second. */
const MOST_OPEN = 12;

const open = new Map<string, number>();

/** Counts a stream of answers that somebody keeps open in this process; gives what ends it, or null: too many. */
export function openStreamOf(actorId: string): (() => void) | null {
  const before = open.get(actorId) ?? 0;
  if (before >= MOST_OPEN) return null;
  open.set(actorId, before + 1);
  return () => {
    const left = (open.get(actorId) ?? 1) - 1;
    if (left > 0) open.set(actorId, left);
    else open.delete(actorId);
  };
}
