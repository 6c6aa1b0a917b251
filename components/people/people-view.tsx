import { PageHeader } from '#components/layout/page-header.tsx';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { formatInstant } from '#components/ui/format-dates.ts';
import { formatCount } from '#components/ui/format-numbers.ts';
import type { PeopleList, Person } from '#lib/queries/schemas/people.ts';
import { PersonCustomers } from './person-customers.tsx';

/** Who may see which customers. Roles are given in Entra, not here. */
export const PeopleView = ({ list }: { list: PeopleList }) => (
  <>
    <PageHeader
      title="People"
      lead="Viewers see the customers assigned to them. Support and administrators see every customer; Entra gives the roles."
    />
    {list.items.length === 0 && (
      <EmptyState icon="customers" title="Nobody has signed in yet">
        <p>People appear here when they first sign in, or when a program names them.</p>
      </EmptyState>
    )}
    {list.items.map((person) => (
      <Card key={person.personId} title={person.name} note={<PersonNote person={person} />}>
        <PersonCustomers person={person} customers={list.customers} />
      </Card>
    ))}
  </>
);

function PersonNote({ person }: { person: Person }) {
  const { roles, lastSeenAt, owns, userName } = person;
  const parts = [
    userName,
    roles === null ? 'has not signed in' : roles.join(', ') || 'no role',
    lastSeenAt === null ? null : `last seen ${formatInstant(lastSeenAt)}`,
    owns === 0 ? null : `owns ${formatCount(owns)}`,
  ];
  return <>{parts.filter((part) => part !== null).join(' · ')}</>;
}
