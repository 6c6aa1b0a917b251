import 'server-only';
import type { QueryContext } from '../context.ts';
import { listLinks, matchesLink } from '../links.ts';
import type { LinksQuery } from '../schemas/links.ts';
import { belongsTo, inWindows, number, text, type ExportTable } from './table.ts';

const WINDOW = 5000;

export async function exportLinks(
  context: QueryContext,
  query: Omit<LinksQuery, 'limit' | 'cursor'>,
): Promise<ExportTable> {
  const links = (await listLinks(context)).links.filter((link) => matchesLink(link, query));
  return {
    columns: [
      ...['principalId', 'principalType', 'displayName'].map(text),
      ...['tenantId', 'tenant'].map(text).map(belongsTo('tenant')),
      ...['state', 'partnerId', 'ours', 'since'].map(text).map(belongsTo('link')),
      ...['how', 'checkedAt', 'expiresAt', 'evidence'].map(text).map(belongsTo('how')),
      ...['subscriptions', 'earning', 'alone'].map(number).map(belongsTo('subscriptions')),
    ],
    windows: () =>
      inWindows(links, WINDOW, (window) =>
        Promise.resolve(
          window.map((link) => [
            ...[link.principalId, link.principalType, link.displayName, link.tenantId, link.tenantName],
            ...[link.state, link.partnerId, link.ours, link.since, link.how, link.checkedAt],
            ...[link.expiresAt, link.evidence, link.subscriptions, link.earning, link.alone],
          ]),
        ),
      ),
  };
}
