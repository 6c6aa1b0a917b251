import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { OverviewView } from '#components/overview/overview-view.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getOverview } from '#lib/queries/overview.ts';
import { getSetup } from '#lib/queries/setup.ts';
import { overviewQuery } from '#lib/queries/schemas/overview.ts';
import { pageTitle } from './page-title.ts';
import { parseSearch, type SearchParams } from './parse-search.ts';

export const generateMetadata = pageTitle('overview');

export default async function OverviewPage({ searchParams }: { searchParams: SearchParams }) {
  const { problems, query } = await parseSearch(overviewQuery, searchParams);
  if (problems !== null) return <WrongAddress page="overview" problems={problems} home="/" />;
  const overview = await getOverview(query);
  const setup = await getSetup();
  return <OverviewView overview={overview} setup={setup} info={getAppInfo()} />;
}
