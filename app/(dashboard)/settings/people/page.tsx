import { PeopleView } from '#components/people/people-view.tsx';
import { getPeople } from '#lib/queries/people.ts';
import { pageTitle } from '../../page-title.ts';

export const generateMetadata = pageTitle('people');

export default async function PeoplePage() {
  return <PeopleView list={await getPeople()} />;
}
