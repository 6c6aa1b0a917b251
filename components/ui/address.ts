export type AddressQuery = Readonly<Record<string, string | number | undefined>>;

/** The same address with some parameters changed; undefined takes one away. */
export function addressWith(path: string, query: AddressQuery, changes: AddressQuery = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...changes })) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
