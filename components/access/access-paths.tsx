import { CauseTitle } from '#components/status/cause-text.tsx';
import { DataAge } from '#components/status/relative-time.tsx';
import { NoData } from '#components/status/money.tsx';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { PATH_EARNS_LOOKS, ROLE_EARNS_LOOKS } from '#components/status/verdict-looks.ts';
import { Guid } from '#components/ui/guid.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { AccessPath } from '#lib/queries/schemas/shared.ts';
import { LinkEvidence } from './link-evidence.tsx';
import { scopeWords } from './scope-words.ts';

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
            <PathRow key={pathKey(path)} path={path} now={now} />
          ))}
        </Body>
      </Table>
    </div>
  );
}

const pathKey = ({ kind, scope, principal, role, permanent }: AccessPath): string =>
  [kind, scope, principal?.id, role?.id, permanent].join(' ');

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
      <Cell label="Role" className="max-w-52">
        <PathRole path={path} />
      </Cell>
      <Cell label="Identity" className="max-w-56">
        <PathPrincipal principal={path.principal} />
      </Cell>
      <Cell label="Partner link" className="max-w-52">
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

const NotRead = ({ children }: { children: string }) => <span className="text-faint">{children}</span>;

function PathRole({ path }: { path: AccessPath }) {
  if (path.role === null) return <NoData why="no role was looked at" />;
  return (
    <>
      {path.role.name ?? <Guid value={path.role.id} label="role id" />}
      <span className="block">
        <StatusBadge look={ROLE_EARNS_LOOKS[path.role.earns]} quiet />
      </span>
      {!path.permanent && <span className="block text-xs text-faint">just-in-time, not permanent</span>}
    </>
  );
}

function PathPrincipal({ principal }: { principal: AccessPath['principal'] }) {
  if (principal === null) return <NoData why="no identity was looked at" />;
  return (
    <>
      {principal.displayName ?? <NotRead>name not read</NotRead>}
      <span className="block text-xs text-faint">{principal.type.replaceAll('-', ' ')}</span>
      <Guid value={principal.id} label="object id" />
    </>
  );
}
