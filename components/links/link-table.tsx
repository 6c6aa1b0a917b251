import { NoData } from '#components/status/money.tsx';
import { RelativeTime } from '#components/status/relative-time.tsx';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { formatDate } from '#components/ui/format-dates.ts';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import { Guid } from '#components/ui/guid.tsx';
import { HelpText } from '#components/ui/help-text.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Link, LinkList } from '#lib/queries/schemas/links.ts';
import { AttestationForm, type Attesting } from './attestation-form.tsx';
import { HOW_WORDS, linkAdvice, STATE_LOOKS, typeName } from './link-words.ts';

type Around = {
  now: string;
  /** null where the one who looks may attest nothing. */
  attesting: Attesting | null;
};

export function LinkTable({ list, ...around }: { list: LinkList } & Around) {
  return (
    <div className="rounded-lg border bg-surface print:border-0">
      <Table caption={`Identities in use, ${plural(list.total, 'row')}`} sticky>
        <Head>
          <Column>Identity</Column>
          <Column>Tenant</Column>
          <Column>Link</Column>
          <Column>How we know</Column>
          <Column numeric>
            Subscriptions{' '}
            <HelpText about="the number of subscriptions">
              Where the identity holds a permanent role, itself or as a member of a group; where that role
              earns; and where no other linked identity has one.
            </HelpText>
          </Column>
          <Column className="pl-4">What to do</Column>
        </Head>
        <Body>
          {list.items.map((link) => (
            <LinkRow key={`${link.tenantId} ${link.principalId}`} link={link} {...around} />
          ))}
        </Body>
      </Table>
    </div>
  );
}

function LinkRow({ link, now, attesting }: { link: Link } & Around) {
  const advice = linkAdvice(link);
  return (
    <Row className="hover:bg-subtle/50">
      <RowHead className="max-w-60 md:min-w-44">
        <span className="break-words">{link.displayName ?? <i className="text-soft">name not read</i>}</span>
        <span className="block text-xs font-normal text-faint">
          {typeName(link.principalType)}
          {link.enabled === false && (
            <>
              {' '}
              <Badge tone="miss" icon="cross" quiet>
                Disabled
              </Badge>
            </>
          )}
        </span>
        <span className="block max-w-56">
          <Guid value={link.principalId} label="object id" />
        </span>
      </RowHead>
      <Cell label="Tenant" wide className="max-w-52">
        <TenantOf link={link} />
      </Cell>
      <Cell label="Link">
        <LinkOf link={link} />
      </Cell>
      <Cell label="How we know" wide={attesting !== null} className="text-soft">
        <HowKnown link={link} now={now} />
        {attesting !== null && isForAttesting(link) && (
          <AttestationForm link={link} attesting={attesting} now={now} />
        )}
      </Cell>
      <Cell numeric label="Subscriptions">
        <Load link={link} />
      </Cell>
      <Cell label="What to do" wide className="max-w-72 text-soft md:pl-4">
        {advice ?? <NoData why="nothing to do" />}
      </Cell>
    </Row>
  );
}

/** A link that was read needs nobody's word; a group cannot be linked. */
const isForAttesting = ({ state, how, principalType }: Link): boolean =>
  how === 'attested' || (state === 'unknown' && principalType !== 'group');

function TenantOf({ link: { managingTenant, tenantName, tenantId } }: { link: Link }) {
  if (managingTenant) return <>Your tenant</>;
  if (tenantName === null) {
    return (
      <>
        Another tenant
        <Guid value={tenantId} label="tenant id" />
      </>
    );
  }
  return (
    <AppLink href={`/customers/${tenantId}`} className="break-words underline-offset-4 hover:underline">
      {tenantName}
    </AppLink>
  );
}

const WHOSE: Record<NonNullable<Link['ours']>, string> = {
  location: 'yours',
  global: 'your global ID',
  other: 'not among yours',
};

function LinkOf({ link: { state, partnerId, partnerName, ours, since } }: { link: Link }) {
  const look =
    ours === null || ours === 'location'
      ? STATE_LOOKS[state]
      : { ...STATE_LOOKS[state], tone: ours === 'other' ? ('miss' as const) : ('part' as const) };
  return (
    <>
      <StatusBadge look={look} quiet />
      {partnerId !== null && (
        <span className="block text-xs text-soft">
          <span className="font-mono">{partnerId}</span>
          {ours !== null && `, ${WHOSE[ours]}`}
          {partnerName !== null && <span className="block break-words text-faint">{partnerName}</span>}
        </span>
      )}
      {since !== null && <span className="block text-xs text-faint">since {formatDate(since)}</span>}
    </>
  );
}

function HowKnown({ link: { how, checkedAt, expiresAt, evidence }, now }: { link: Link; now: string }) {
  if (how === null || checkedAt === null) return <NoData why="never read" />;
  return (
    <>
      {HOW_WORDS[how]}
      <span className="block text-xs text-faint">
        <RelativeTime at={checkedAt} now={now} />
        {expiresAt !== null && `, counts until ${formatDate(expiresAt)}`}
      </span>
      {evidence !== null && <span className="block max-w-52 text-xs break-words text-faint">{evidence}</span>}
    </>
  );
}

function Load({ link: { subscriptions, earning, alone, carriesMuch } }: { link: Link }) {
  if (subscriptions === 0) return <span className="text-faint">0</span>;
  return (
    <>
      {formatCount(subscriptions)}
      <span className="block text-xs text-faint">{formatCount(earning)} with a role that earns</span>
      {carriesMuch ? (
        <span className="block">
          <Badge tone="part" icon="warn" quiet>
            {formatCount(alone)} on it alone
          </Badge>
        </span>
      ) : (
        alone > 0 && <span className="block text-xs text-faint">{formatCount(alone)} on it alone</span>
      )}
    </>
  );
}
