import { useTexts } from '#language';
import { CauseTitle } from '#components/status/cause-text.tsx';
import { DataAge } from '#components/status/relative-time.tsx';
import { NoData } from '#components/status/money.tsx';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { useLooks } from '#components/status/use-looks.ts';
import { Guid } from '#components/ui/guid.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { AccessPath } from '#lib/queries/schemas/shared.ts';
import { access } from '#lib/texts/en/access.ts';
import type { English } from '#lib/texts/en/all-areas.ts';
import { LinkEvidence } from './link-evidence.tsx';
import { useScopeWords } from './use-scope-words.ts';

type AccessPathsProps = { paths: AccessPath[]; name: string; now: string };

/** Each way in, with what was read about it and when. */
export function AccessPaths({ paths, name, now }: AccessPathsProps) {
  const t = useTexts('access');
  return (
    <div className="rounded-md border bg-paper print:border-x-0">
      <Table caption={t('pathsOf', { name })}>
        <Head>
          <Column>{t('path')}</Column>
          <Column>{t('role')}</Column>
          <Column>{t('identity')}</Column>
          <Column>{t('partnerLink')}</Column>
          <Column>{t('earns')}</Column>
          <Column numeric>{t('read')}</Column>
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
  const t = useTexts('access');
  const looks = useLooks();
  const scopeWords = useScopeWords();
  const owner = t(`owner.${path.owner}`);
  return (
    <Row>
      <RowHead className="max-w-52">
        {t(`kind.${path.kind}`)}
        <span className="block text-xs font-normal text-faint">
          {path.origin === 'marketplace' ? t('ownerMarketplace', { owner }) : owner}
        </span>
        <span className="block text-xs font-normal break-words text-faint">{scopeWords(path.scope)}</span>
      </RowHead>
      <Cell label={t('role')} className="max-w-52">
        <PathRole path={path} />
      </Cell>
      <Cell label={t('identity')} className="max-w-40 xl:max-w-56">
        <PathPrincipal principal={path.principal} />
      </Cell>
      <Cell label={t('partnerLink')} className="max-w-40 xl:max-w-52">
        <LinkEvidence link={path.link} now={now} />
      </Cell>
      <Cell label={t('earns')}>
        <StatusBadge look={looks.pathEarns(path.earns)} quiet />
        {path.because !== null && path.because !== 'earning' && (
          <span className="block text-xs text-soft">
            <CauseTitle cause={path.because} />
          </span>
        )}
      </Cell>
      <Cell numeric label={t('read')} className="text-soft">
        <DataAge at={path.readAt} now={now} />
      </Cell>
    </Row>
  );
}

const NotRead = ({ children }: { children: string }) => <span className="text-faint">{children}</span>;

function PathRole({ path }: { path: AccessPath }) {
  const t = useTexts('access');
  const looks = useLooks();
  if (path.role === null) return <NoData why={t('noRole')} />;
  return (
    <>
      {path.role.name ?? <Guid value={path.role.id} label={t('roleId')} />}
      <span className="block">
        <StatusBadge look={looks.roleEarns(path.role.earns)} quiet />
      </span>
      {!path.permanent && <span className="block text-xs text-faint">{t('notPermanent')}</span>}
    </>
  );
}

type KnownType = keyof English['access']['principalType'];

const isKnownType = (type: string): type is KnownType => type in access.principalType;

function PathPrincipal({ principal }: { principal: AccessPath['principal'] }) {
  const t = useTexts('access');
  if (principal === null) return <NoData why={t('noIdentity')} />;
  return (
    <>
      {principal.displayName === null ? (
        <NotRead>{t('nameNotRead')}</NotRead>
      ) : (
        <bdi>{principal.displayName}</bdi>
      )}
      <span className="block text-xs text-faint">
        {isKnownType(principal.type) ? t(`principalType.${principal.type}`) : principal.type}
      </span>
      <Guid value={principal.id} label={t('objectId')} />
    </>
  );
}
