import type { z } from 'zod';
import { columnsOf, FINDING_COLUMNS } from './columns.ts';
import {
  findingsQuery,
  type Finding,
  type FindingDetail,
  type FindingGroup,
  type FindingList,
} from './findings.ts';

/** The page shows of each row what its address asks for. */
export const gapsQuery = findingsQuery.extend({ columns: columnsOf(FINDING_COLUMNS).optional() });
export type GapsQuery = z.infer<typeof gapsQuery>;

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
  /** Who may be named as owner of a finding, by whoever may change one. */
  people: FindingDetail['people'];
  /** Delegations in which no linked service principal holds a permanent role that earns; null where filtered. */
  unlinked: { total: number; items: UnlinkedDelegation[] } | null;
};
