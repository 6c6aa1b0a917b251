import {
  findingsQuery,
  type Finding,
  type FindingGroup,
  type FindingList,
  type FindingsQuery,
} from './findings.ts';

/** The page asks as the API does. */
export const gapsQuery = findingsQuery;
export type GapsQuery = FindingsQuery;

export type GapGroup = FindingGroup & { items: Finding[] };

export type Gaps = FindingList & {
  /** The worst of each cause; null where one cause was chosen. */
  byCause: GapGroup[] | null;
  mayChange: boolean;
};
