'use client';

import { useTexts } from '#language';
import type { FormEvent } from 'react';
import { useChange } from '#components/live/use-change.ts';
import { BUTTON } from '#components/ui/button.ts';
import type { PeopleList, Person } from '#lib/queries/schemas/people.ts';
import { AssignedCustomers } from './assigned-customers.tsx';
import { requestPersonChange, requestSessionsEnd } from './request-person-change.ts';

type PersonCustomersProps = { person: Person; customers: PeopleList['customers'] };

/** A person's customers as a list to tick; saved as a whole. */
export function PersonCustomers({ person, customers }: PersonCustomersProps) {
  const t = useTexts('personCustomers');
  const { name } = person;
  const { pending, problem, carryOut } = useChange();
  const seesByRole = person.roles?.some((role) => role !== 'Pec.Viewer') ?? false;
  const assigned = new Set(person.customers.map(({ tenantId }) => tenantId));
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const wanted = {
      personId: person.personId,
      seesAll: form.get('seesAll') === 'on',
      tenantIds: form.getAll('customer').map(String),
    };
    carryOut(() => requestPersonChange(wanted), t('saved', { name }));
  };
  const endSessions = () => carryOut(() => requestSessionsEnd(person.personId), t('ended', { name }));
  return (
    <form onSubmit={save} className="grid justify-items-start gap-3 text-sm">
      {seesByRole && <p className="text-soft">{t('seesByRole')}</p>}
      <label className="flex items-center gap-2">
        <input type="checkbox" name="seesAll" defaultChecked={person.seesAll ?? person.kind === 'program'} />
        {t('seesAll')}
      </label>
      <AssignedCustomers customers={customers} assigned={assigned} />
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" disabled={pending} className={BUTTON.plain}>
          {pending ? t('saving') : t('save', { name })}
        </button>
        {person.kind === 'person' && person.lastSeenAt !== null && (
          <button type="button" disabled={pending} className={BUTTON.plain} onClick={endSessions}>
            {t('endSessions')}
          </button>
        )}
        {problem !== null && <p role="alert">{problem}</p>}
      </div>
    </form>
  );
}
