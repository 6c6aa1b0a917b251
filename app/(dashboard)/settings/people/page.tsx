import type { Metadata } from 'next';
import { PeopleView } from '#components/people/people-view.tsx';
import { getPeople } from '#lib/queries/people.ts';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  return <PeopleView list={await getPeople()} />;
}
