import { CauseTitle } from '#components/status/cause-text.tsx';
import { DataAge } from '#components/status/relative-time.tsx';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { PATH_EARNS_LOOKS, ROLE_EARNS_LOOKS } from '#components/status/verdict-looks.ts';
import { Guid } from '#components/ui/guid.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { AccessPath } from '#lib/queries/schemas/shared.ts';
import { LinkEvidence } from './link-evidence.tsx';

type AccessPathsProps = { paths: AccessPath[]; name: string; now: string };

const KINDS: Record<AccessPath['kind'], string> = {
  aobo: 'Admin on behalf of',
  lighthouse: 'Lighthouse delegation',
  direct: 'Direct assignment',
};

const OWNERS: Record<AccessPath['owner'], string> = {
  us: 'yours',
  'reseller-of-record': 'the reseller of record',
  'third-party': 'a third party',
  unknown: 'whose, is not known',
};

/** Each way in, with what was read about it and when. */
export function AccessPaths({ paths, name, now }: AccessPathsProps) {
  return (
    <div className="rounded-md border bg-paper print:border-x-0">
      <Table caption={`Access paths of ${name}`}>
        <Head>
          <Column>Access path</Column>
          <Column>Role</Column>
          <Column>Identity</Column>
          <Column>Partner link</Column>
          <Column>Earns</Column>
          <Column numeric>Read</Column>
        </Head>
        <Body>
          {paths.map((path) => (
            <PathRow
              key={`${path.scope} ${path.principal.id} ${path.role.id} ${path.permanent}`}
              path={path}
              now={now}
            />
          ))}
        </Body>
      </Table>
    </div>
  );
}

function PathRow({ path, now }: { path: AccessPath; now: string }) {
  return (
    <Row>
      <RowHead className="max-w-52">
        {KINDS[path.kind]}
        <span className="block text-xs font-normal text-faint">
          {OWNERS[path.owner]}
          {path.origin === 'marketplace' && ', from a Marketplace offer'}
        </span>
        <span className="block text-xs font-normal break-words text-faint">{scopeWords(path.scope)}</span>
      </RowHead>
      <Cell label="Role">
        {path.role.name ?? <span className="text-faint">name not read</span>}
        <span className="block">
          <StatusBadge look={ROLE_EARNS_LOOKS[path.role.earns]} quiet />
        </span>
        {!path.permanent && <span className="block text-xs text-faint">just-in-time, not permanent</span>}
      </Cell>
      <Cell label="Identity" className="max-w-56">
        {path.principal.displayName ?? <span className="text-faint">name not read</span>}
        <span className="block text-xs text-faint">{path.principal.type.replaceAll('-', ' ')}</span>
        <Guid value={path.principal.id} label="object id" />
      </Cell>
      <Cell label="Partner link">
        <LinkEvidence link={path.link} now={now} />
      </Cell>
      <Cell label="Earns">
        <StatusBadge look={PATH_EARNS_LOOKS[path.earns]} quiet />
        {path.because !== null && path.because !== 'earning' && (
          <span className="block text-xs text-soft">
            <CauseTitle cause={path.because} />
          </span>
        )}
      </Cell>
      <Cell numeric label="Read" className="text-soft">
        <DataAge at={path.readAt} now={now} />
      </Cell>
    </Row>
  );
}

/** The tail of a resource id, which is what tells scopes apart. */
function scopeWords(scope: string): string {
  const group = /\/resourcegroups\/([^/]+)(.*)/i.exec(scope);
  if (group !== null) return group[2] === '' ? `resource group ${group[1]}` : `resource in group ${group[1]}`;
  return /^\/subscriptions\/[^/]+\/?$/i.test(scope) ? 'whole subscription' : scope;
}
