import { costWayName, COST_WAY_WORDS } from '#components/status/cost-way-words.ts';
import { DataAge, RelativeTime } from '#components/status/relative-time.tsx';
import { AzureWords } from '#components/ui/azure-words.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { plural } from '#components/ui/format-numbers.ts';
import { MissingRight } from '#components/ui/missing-right.tsx';
import type { CostList, TriedWay } from '#lib/queries/schemas/costs.ts';

type ReadingWaysProps = { list: CostList; now: string };

/** By which ways the figures came, and which ways were tried and refused. */
export function ReadingWays({ list: { readBy, triedWays }, now }: ReadingWaysProps) {
  const places = [...Map.groupBy(triedWays, placeOf)];
  return (
    <Card
      title="How cost is read"
      note="The cheapest way that Azure permits is used; a refused one is tried again later."
    >
      <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
        <section className="grid content-start gap-2 text-sm">
          <h3 className="text-xs font-medium text-faint">This month’s figures</h3>
          {readBy.length === 0 && <p className="text-soft">No cost of this month was read.</p>}
          {readBy.map(({ way, customers, oldest }) => (
            <p key={way ?? ''}>
              {costWayName(way)}: {plural(customers, 'customer')}
              <span className="block text-xs text-faint">
                {way !== null && `${COST_WAY_WORDS[way].tells}; `}
                oldest <DataAge at={oldest} now={now} />
              </span>
            </p>
          ))}
        </section>
        <section className="grid content-start gap-3 text-sm">
          <h3 className="text-xs font-medium text-faint">Ways that were tried</h3>
          {places.length === 0 && <p className="text-soft">None has been tried yet.</p>}
          {places.map(([place, ways]) => (
            <div key={place} className="grid gap-1">
              <h4 className="font-medium">{place}</h4>
              {ways.map((way) => (
                <TriedLine key={way.way} tried={way} now={now} />
              ))}
            </div>
          ))}
        </section>
      </div>
    </Card>
  );
}

const placeOf = ({ billingProfile, customer }: TriedWay): string =>
  customer ?? (billingProfile === null ? 'Billing account' : `Billing profile ${billingProfile}`);

function TriedLine({ tried, now }: { tried: TriedWay; now: string }) {
  return (
    <div className="grid gap-0.5">
      <span className="flex flex-wrap items-baseline gap-x-3">
        {costWayName(tried.way)}
        <Badge tone={tried.permitted ? 'earn' : 'part'} icon={tried.permitted ? 'check' : 'lock'} quiet>
          {tried.permitted ? 'Permitted' : 'Not usable'}
        </Badge>
        <span className="text-xs text-faint">
          <RelativeTime at={tried.triedAt} now={now} />
        </span>
      </span>
      {tried.failure !== null && (
        <span className="text-soft">
          {tried.failure.missingRight !== null && <MissingRight right={tried.failure.missingRight} />}
          <AzureWords
            message={tried.failure.message}
            code={null}
            open={tried.failure.missingRight === null}
          />
        </span>
      )}
    </div>
  );
}
