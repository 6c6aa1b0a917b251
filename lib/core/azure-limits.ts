/** What Azure lets through (limits.md, 2026-11-21). */
export const RESOURCE_MANAGER = { bucket: 250, perSecond: 25 };
export const RESOURCE_GRAPH = { most: 15, seconds: 5 };
/** Cost Management: calls in a minute, and units, of which each month that a query is about takes one. */
export const COST_CALLS = { ofScope: 4, ofIdentity: 20 };
export const COST_UNITS = { in10Seconds: 12, inMinute: 60, inHour: 600 };
