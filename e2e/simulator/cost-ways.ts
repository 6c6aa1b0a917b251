/** Ways of reading cost that a partner's identity may be allowed or refused. */
export const COST_WAYS = [
  'export',
  'report-profile',
  'report-customer',
  'query-profile',
  'query-customer',
] as const;
export type CostWay = (typeof COST_WAYS)[number];

/** The demo's partner may have reports made, so that classes of cost are known, and has set up no export. */
export const USUAL_WAYS: readonly CostWay[] = COST_WAYS.filter((way) => way !== 'export');

export type CostWays = {
  everywhere: readonly CostWay[];
  /** Instead of those, by name of a billing profile or account, or id of a customer. */
  at: ReadonlyMap<string, readonly CostWay[]>;
};

export type Permitted = {
  permits(way: CostWay, scopeName: string): boolean;
  /** By that scope's own list, not by what holds everywhere. */
  names(way: CostWay, scopeName: string): boolean;
};

export function permittedBy({ everywhere, at }: CostWays): Permitted {
  const ways = new Map([...at].map(([name, held]) => [name.toLowerCase(), held]));
  return {
    permits: (way, scopeName) => (ways.get(scopeName.toLowerCase()) ?? everywhere).includes(way),
    names: (way, scopeName) => ways.get(scopeName.toLowerCase())?.includes(way) === true,
  };
}

/** For the command line: names of ways, separated by commas. */
export const parseCostWays = (text: string): readonly CostWay[] | null => {
  const names = text.split(',').map((name) => name.trim());
  const known = COST_WAYS.filter((way) => names.includes(way));
  return known.length === names.length ? known : null;
};
