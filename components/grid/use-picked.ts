import { useCallback, useState } from 'react';

/** Rows that somebody chose, by their keys; another view begins with none. */
export function usePicked(view: string) {
  const [held, setHeld] = useState<{ view: string; keys: ReadonlySet<string> }>({ view, keys: new Set() });
  if (held.view !== view) setHeld({ view, keys: new Set() });
  const toggle = useCallback(
    (key: string) =>
      setHeld((now) => {
        const keys = new Set(now.keys);
        if (!keys.delete(key)) keys.add(key);
        return { ...now, keys };
      }),
    [],
  );
  const add = useCallback(
    (keys: readonly string[]) => setHeld((now) => ({ ...now, keys: new Set([...now.keys, ...keys]) })),
    [],
  );
  const clear = useCallback(() => setHeld((now) => ({ ...now, keys: new Set() })), []);
  return { keys: held.keys, has: (key: string) => held.keys.has(key), toggle, add, clear };
}
