import { useFormats, useTexts } from '#language';
import { NoData } from '#components/status/money.tsx';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { useLooks } from '#components/status/use-looks.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Guid } from '#components/ui/guid.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Role } from '#lib/queries/schemas/roles.ts';

type RoleTableProps = { roles: Role[]; usesKnown: boolean };

export function RoleTable({ roles, usesKnown }: RoleTableProps) {
  const t = useTexts('roles');
  return (
    <div className="rounded-lg border bg-surface print:border-0">
      <p className="px-5 pt-3 pb-1 text-xs text-faint print:px-0">{t('numbersAre')}</p>
      <Table caption={t('caption')} sticky>
        <Head>
          <Column>{t('role')}</Column>
          <Column>{t('earns')}</Column>
          <Column>{t('lighthouse')}</Column>
          <Column numeric>{t('permanent')}</Column>
          <Column numeric className="whitespace-nowrap">
            {t('justInTime')}
          </Column>
          <Column numeric>{t('agentGroups')}</Column>
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
  const t = useTexts('roles');
  const looks = useLooks();
  return (
    <Row className="hover:bg-subtle/50">
      <RowHead className="max-w-96 md:max-xl:max-w-52">
        <RoleName role={role} />
        <span className="block">
          <Guid value={role.roleDefinitionId} label={t('roleId')} />
        </span>
      </RowHead>
      <Cell label={t('earns')}>
        <StatusBadge look={looks.roleEarns(role.earns)} quiet />
      </Cell>
      <Cell label={t('lighthouse')} className="max-w-60 lg:min-w-44">
        <Assignable role={role} />
      </Cell>
      <Uses label={t('permanent')} count={role.uses.permanent} known={usesKnown} />
      <Uses label={t('justInTime')} count={role.uses.justInTime} known={usesKnown} />
      <Uses label={t('agentGroups')} count={role.uses.aobo} known={usesKnown} />
    </Row>
  );
}

function RoleName({ role }: { role: Role }) {
  const { name, listedName } = role;
  const t = useTexts('roles');
  return (
    <>
      <span className="break-words">{name ?? listedName ?? t('nameNotRead')}</span>
      {name !== null && listedName !== null && name !== listedName && (
        <span className="text-xs font-normal text-faint"> {t('listedAs', { name: listedName })}</span>
      )}
    </>
  );
}

function Assignable({ role }: { role: Role }) {
  const t = useTexts('roles');
  if (role.lighthouseAssignable === null) return <NoData why={t('notKnown')} />;
  return (
    <>
      <Badge
        tone={role.lighthouseAssignable ? 'earn' : 'mute'}
        icon={role.lighthouseAssignable ? 'check' : 'none'}
        quiet
      >
        {t(role.lighthouseAssignable ? 'canDelegate' : 'cannotDelegate')}
      </Badge>
      {role.lighthouseNote !== null && (
        <span className="block text-xs text-faint">{role.lighthouseNote}</span>
      )}
    </>
  );
}

function Uses({ label, count, known }: { label: string; count: number; known: boolean }) {
  const t = useTexts('roles');
  const formats = useFormats();
  return (
    <Cell numeric label={label}>
      {known ? (
        <span className={count === 0 ? 'text-faint' : ''}>{formats.count(count)}</span>
      ) : (
        <NoData why={t('notReadYet')} />
      )}
    </Cell>
  );
}
