import 'server-only';
import type { QueryContext } from '../context.ts';
import { listLinks, matchingLinks } from '../links.ts';
import type { LinksQuery } from '../schemas/links.ts';
import { belongsTo, inWindows, named, number, text, type ExportTable } from './table.ts';

const WINDOW = 5000;

export async function exportLinks(
  context: QueryContext,
  query: Omit<LinksQuery, 'limit' | 'cursor'>,
): Promise<ExportTable> {
  const links = matchingLinks((await listLinks(context)).links, query);
  return {
    columns: [
      ...[text('principalId'), text('principalType'), named('displayName', text('identity'))],
      ...[text('tenantId'), text('tenant')].map(belongsTo('tenant')),
      ...[named('state', text('linkState')), text('partnerId'), text('ours'), text('since')].map(
        belongsTo('link'),
      ),
      ...[text('how'), text('checkedAt'), text('expiresAt'), text('evidence')].map(belongsTo('how')),
      ...[number('subscriptions'), named('earning', number('earningRole')), number('alone')].map(
        belongsTo('subscriptions'),
      ),
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
