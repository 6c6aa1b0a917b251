import { useTexts } from '#language';
import { StakeCells } from '#components/status/cost-cells.tsx';
import { CoverageBars } from '#components/status/coverage-bar.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { SubscriptionDetail } from '#lib/queries/schemas/subscriptions.ts';

type ServicesProps = { services: SubscriptionDetail['services']; href: string };

const SHOWN = 12;

/** The largest services by cost; nothing where the way of reading tells none. */
export function Services({ services, href }: ServicesProps) {
  const t = useTexts('subscription');
  const figures = useTexts('figures');
  if (services.length === 0) return null;
  return (
    <Card
      title={t('services.count', { count: services.length })}
      {...(services.length > SHOWN ? { note: t('services.largest', { count: SHOWN }) } : {})}
      aside={
        <AppLink href={href} className="link text-sm">
          {t('services.inCosts')}
        </AppLink>
      }
      flush
    >
      <Table caption={t('services.caption')}>
        <Head>
          <Column>{t('services.service')}</Column>
          <Column className="w-40">{figures('credit')}</Column>
          <Column numeric>{figures('costBefore')}</Column>
          <Column numeric>{figures('missed')}</Column>
        </Head>
        <Body>
          {services.slice(0, SHOWN).map(({ name, totals }) => (
            <Row key={name}>
              <RowHead className="max-w-80 break-words">
                {name === '' ? <i>{t('services.notTold')}</i> : name}
              </RowHead>
              <Cell label={figures('credit')}>
                <CoverageBars totals={totals} />
              </Cell>
              <StakeCells totals={totals} />
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  );
}
