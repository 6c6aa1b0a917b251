import { useFormats, useTexts } from '#language';
import { ClientTexts } from '#components/language/client-texts.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { PeopleList, Person } from '#lib/queries/schemas/people.ts';
import { PersonCustomers } from './person-customers.tsx';

/** Who may see which customers. Roles are given in Entra, not here. */
export function PeopleView({ list }: { list: PeopleList }) {
  const t = useTexts('people');
  const pages = useTexts('pages');
  return (
    <>
      <PageHeader title={pages('people')} lead={t('lead')} />
      {list.items.length === 0 && (
        <EmptyState icon="customers" title={t('nobody')}>
          <p>{t('nobodyWhy')}</p>
        </EmptyState>
      )}
      {list.items.map((person) => (
        <Card key={person.personId} title={person.name} note={<PersonNote person={person} />}>
          <ClientTexts areas={['personCustomers']}>
            <PersonCustomers person={person} customers={list.customers} />
          </ClientTexts>
        </Card>
      ))}
    </>
  );
}

function PersonNote({ person }: { person: Person }) {
  const t = useTexts('people');
  const { instant } = useFormats();
  const { roles, lastSeenAt, owns, userName } = person;
  const parts = [
    userName,
    roles === null ? t('notSignedIn') : roles.join(', ') || t('noRole'),
    lastSeenAt === null ? null : t('lastSeen', { at: instant(lastSeenAt) }),
    owns === 0 ? null : t('owns', { count: owns }),
  ];
  return <>{parts.filter((part) => part !== null).join(' · ')}</>;
}
