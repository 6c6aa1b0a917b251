import { NoData } from '#components/status/money.tsx';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { ROLE_EARNS_LOOKS } from '#components/status/verdict-looks.ts';
import { Badge } from '#components/ui/badge.tsx';
import { formatCount } from '#components/ui/format-numbers.ts';
import { Guid } from '#components/ui/guid.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Role } from '#lib/queries/schemas/roles.ts';

type RoleTableProps = { roles: Role[]; usesKnown: boolean };

export function RoleTable({ roles, usesKnown }: RoleTableProps) {
  return (
    <div className="rounded-lg border bg-surface print:border-0">
      <p className="px-5 pt-3 pb-1 text-xs text-faint print:px-0">
        The numbers are subscriptions where the role is held: through a permanent authorization, a
        just-in-time one, or an agent group of yours.
      </p>
      <Table
        caption="Roles: whether they earn, whether Lighthouse can delegate them, where they are used"
        sticky
      >
        <Head>
          <Column>Role</Column>
          <Column>Earns</Column>
          <Column>Lighthouse</Column>
          <Column numeric>Permanent</Column>
          <Column numeric className="whitespace-nowrap">
            Just-in-time
          </Column>
          <Column numeric>Agent groups</Column>
        </Head>
        <Body>
          {roles.map((role) => (
            <RoleRow key={role.roleDefinitionId} role={role} usesKnown={usesKnown} />
          ))}
        </Body>
      </Table>
    </div>
  );
}

function RoleRow({ role, usesKnown }: { role: Role; usesKnown: boolean }) {
  return (
    <Row className="hover:bg-subtle/50">
      <RowHead className="max-w-96 md:max-xl:max-w-52">
        <RoleName role={role} />
        <span className="block">
          <Guid value={role.roleDefinitionId} label="role id" />
        </span>
      </RowHead>
      <Cell label="Earns">
        <StatusBadge look={ROLE_EARNS_LOOKS[role.earns]} quiet />
      </Cell>
      <Cell label="Lighthouse" className="max-w-60 lg:min-w-44">
        <Assignable role={role} />
      </Cell>
      <Uses label="Permanent" count={role.uses.permanent} known={usesKnown} />
      <Uses label="Just-in-time" count={role.uses.justInTime} known={usesKnown} />
      <Uses label="Agent groups" count={role.uses.aobo} known={usesKnown} />
    </Row>
  );
}

function RoleName({ role }: { role: Role }) {
  const { name, listedName } = role;
  return (
    <>
      <span className="break-words">{name ?? listedName ?? 'Name not read'}</span>
      {name !== null && listedName !== null && name !== listedName && (
        <span className="text-xs font-normal text-faint"> listed as {listedName}</span>
      )}
    </>
  );
}

function Assignable({ role }: { role: Role }) {
  if (role.lighthouseAssignable === null) return <NoData why="not known" />;
  return (
    <>
      <Badge
        tone={role.lighthouseAssignable ? 'earn' : 'mute'}
        icon={role.lighthouseAssignable ? 'check' : 'none'}
        quiet
      >
        {role.lighthouseAssignable ? 'Can be delegated' : 'Cannot be delegated'}
      </Badge>
      {role.lighthouseNote !== null && (
        <span className="block text-xs text-faint">{role.lighthouseNote}</span>
      )}
    </>
  );
}

function Uses({ label, count, known }: { label: string; count: number; known: boolean }) {
  return (
    <Cell numeric label={label}>
      {known ? (
        <span className={count === 0 ? 'text-faint' : ''}>{formatCount(count)}</span>
      ) : (
        <NoData why="not read yet" />
      )}
    </Cell>
  );
}
