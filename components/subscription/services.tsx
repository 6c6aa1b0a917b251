import { StakeCells } from '#components/status/cost-cells.tsx';
import { CoverageBars } from '#components/status/coverage-bar.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { plural } from '#components/ui/format-numbers.ts';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { SubscriptionDetail } from '#lib/queries/schemas/subscriptions.ts';

type ServicesProps = { services: SubscriptionDetail['services']; href: string };

const SHOWN = 12;

/** The largest services by cost; nothing where the way of reading tells none. */
export function Services({ services, href }: ServicesProps) {
  if (services.length === 0) return null;
  return (
    <Card
      title={plural(services.length, 'service')}
      {...(services.length > SHOWN ? { note: `The ${SHOWN} largest by cost.` } : {})}
      aside={
        <AppLink href={href} className="link text-sm">
          In Costs
        </AppLink>
      }
      flush
    >
      <Table caption="Services by cost">
        <Head>
          <Column>Service</Column>
          <Column className="w-40">Credit</Column>
          <Column numeric>Cost before credit</Column>
          <Column numeric>Missed</Column>
        </Head>
        <Body>
          {services.slice(0, SHOWN).map(({ name, totals }) => (
            <Row key={name}>
              <RowHead className="max-w-80 break-words">{name === '' ? <i>not told</i> : name}</RowHead>
              <Cell label="Credit">
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
