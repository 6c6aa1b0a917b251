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

export type UnlinkedDelegation = {
  id: string;
  tenantId: string;
  customerName: string;
  subscriptionId: string;
  subscriptionName: string;
  resourceGroup: string | null;
  definitionName: string | null;
  unread: number;
};

export type GapGroup = FindingGroup & { items: Finding[] };

export type Gaps = FindingList & {
  /** The worst of each cause; null where one cause was chosen. */
  byCause: GapGroup[] | null;
  mayChange: boolean;
  /** Delegations in which no linked service principal holds a permanent role that earns; null where filtered. */
  unlinked: { total: number; items: UnlinkedDelegation[] } | null;
};
