import { useTexts } from '#language';
import { DataAge, RelativeTime } from '#components/status/relative-time.tsx';
import { useCostWays } from '#components/status/use-cost-ways.ts';
import { FailureWords } from '#components/status/failure-words.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { MissingRight } from '#components/ui/missing-right.tsx';
import type { CostList, TriedWay } from '#lib/queries/schemas/costs.ts';

type ReadingWaysProps = { list: CostList; now: string };

/** By which ways the figures came, and which ways were tried and refused. */
export function ReadingWays({ list: { readBy, triedWays }, now }: ReadingWaysProps) {
  const t = useTexts('costs');
  return (
    <Card title={t('ways.title')} note={t('ways.note')}>
      <div className="grid gap-y-5">
        <section className="grid content-start gap-2 text-sm">
          <h3 className="text-xs font-medium text-faint">{t('ways.figures')}</h3>
          {readBy.length === 0 && <p className="text-soft">{t('ways.noCost')}</p>}
          {readBy.map((read) => (
            <ReadLine key={read.way ?? ''} read={read} now={now} />
          ))}
        </section>
        <TriedWays tried={triedWays} now={now} />
      </div>
    </Card>
  );
}

function ReadLine({
  read: { way, customers, oldest },
  now,
}: {
  read: CostList['readBy'][number];
  now: string;
}) {
  const t = useTexts('costs');
  const ways = useCostWays();
  const age = <DataAge at={oldest} now={now} />;
  return (
    <p>
      {t('ways.wayCustomers', { way: ways.name(way), count: customers })}
      <span className="block text-xs text-faint">
        {way === null
          ? t.rich('ways.oldest', { age })
          : t.rich('ways.tellsOldest', { tells: ways.tells(way), age })}
      </span>
    </p>
  );
}

function TriedWays({ tried, now }: { tried: readonly TriedWay[]; now: string }) {
  const t = useTexts('costs');
  const placeOf = ({ billingProfile, customer }: TriedWay): string =>
    customer ?? (billingProfile === null ? t('ways.account') : t('ways.profile', { name: billingProfile }));
  const places = [...Map.groupBy(tried, placeOf)];
  return (
    <section className="grid gap-2 text-sm">
      <h3 className="text-xs font-medium text-faint">{t('ways.tried')}</h3>
      {places.length === 0 && <p className="text-soft">{t('ways.noneTried')}</p>}
      <div className="grid gap-x-10 gap-y-4 md:grid-cols-2 2xl:grid-cols-3">
        {places.map(([place, ways]) => (
          <div key={place} className="grid content-start gap-1">
            <h4 className="font-medium">{place}</h4>
            {ways.map((way) => (
              <TriedLine key={way.way} tried={way} now={now} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function TriedLine({ tried, now }: { tried: TriedWay; now: string }) {
  const t = useTexts('costs');
  const ways = useCostWays();
  return (
    <div className="grid gap-0.5">
      <span className="flex flex-wrap items-baseline gap-x-3">
        {ways.name(tried.way)}
        <Badge tone={tried.permitted ? 'earn' : 'part'} icon={tried.permitted ? 'check' : 'lock'} quiet>
          {t(tried.permitted ? 'ways.permitted' : 'ways.notUsable')}
        </Badge>
        <span className="text-xs text-faint">
          <RelativeTime at={tried.triedAt} now={now} />
        </span>
      </span>
      {tried.failure !== null && (
        <div className="text-soft">
          {tried.failure.missingRight !== null && <MissingRight right={tried.failure.missingRight} />}
          <FailureWords
            failure={{ ...tried.failure, code: null }}
            open={tried.failure.missingRight === null}
          />
        </div>
      )}
    </div>
  );
}
