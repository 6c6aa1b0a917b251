import { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import type { ClientRequest } from 'node:http';
import { subscribe } from 'node:diagnostics_channel';
import pg from 'pg';

type Watched = { working: (change: 1 | -1) => void };

/** Seconds in which at least one question was with the database. */
export type DatabaseTime = { seconds: () => number; queries: () => number };

type Method = (...args: unknown[]) => unknown;

/** Puts a method in the place of one of a class that is not ours. */
function replace(holder: object, name: string, make: (original: Method) => Method): void {
  const original: unknown = Reflect.get(holder, name);
  if (typeof original !== 'function') throw new Error(`${name} is no method`);
  Reflect.set(
    holder,
    name,
    make(function call(this: unknown, ...args) {
      return Reflect.apply(original, this, args) as unknown;
    }),
  );
}

/** Calls `end` when the promise, or the callback in last place, tells that the work is over. */
const around =
  (begin: () => () => void) =>
  (original: Method): Method =>
    function watched(this: unknown, ...args) {
      const end = begin();
      const last = args.at(-1);
      if (typeof last === 'function') {
        args[args.length - 1] = (...told: unknown[]) => {
          end();
          Reflect.apply(last, null, told);
        };
      }
      const result = original.apply(this, args);
      if (result instanceof Promise) result.then(end, end);
      else if (typeof last !== 'function') end();
      return result;
    };

/** Time may not jump while a call, a query of the store or a scan of a file is under way. */
export function watchWork({ working }: Watched): DatabaseTime {
  subscribe('http.client.request.start', (message) => {
    // What Node publishes here.
    const { request } = message as { request: ClientRequest };
    working(1);
    request.once('close', () => working(-1));
  });
  let open = 0;
  let since = 0;
  let queries = 0;
  let busyMs = 0;
  const query = (): (() => void) => {
    working(1);
    queries += 1;
    if ((open += 1) === 1) since = performance.now();
    return () => {
      working(-1);
      if ((open -= 1) === 0) busyMs += performance.now() - since;
    };
  };
  const scan = (): (() => void) => {
    working(1);
    return () => working(-1);
  };
  replace(pg.Client.prototype, 'query', around(query));
  for (const name of ['run', 'runAndReadAll', 'stream']) {
    replace(DuckDBConnection.prototype, name, around(scan));
  }
  replace(DuckDBResult.prototype, 'fetchChunk', around(scan));
  return { seconds: () => busyMs / 1000, queries: () => queries };
}
