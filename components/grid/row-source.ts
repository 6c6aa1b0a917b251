/** Where the rows of a view are to be had: one address for one view, whichever way its parameters were put together. */
export function sourceOf(list: string, parameters: URLSearchParams): string {
  const own = new URLSearchParams(parameters);
  for (const name of ['cursor', 'limit']) own.delete(name);
  own.sort();
  return `/api/rows/${list}?${own}`;
}
