'use client';

import { useTexts } from '#language';
import type { FormEvent } from 'react';
import { useChange } from '#components/live/use-change.ts';
import { BUTTON } from '#components/ui/button.ts';
import type { OwnerChoice } from '#lib/queries/schemas/people.ts';
import type { Owner } from '#lib/queries/schemas/shared.ts';
import { requestOwner } from './request-owner.ts';

type CustomerOwnerProps = { tenantId: string; owner: Owner | null; people: OwnerChoice };

/** The one person who answers for a customer, chosen by an administrator. */
export function CustomerOwner({ tenantId, owner, people }: CustomerOwnerProps) {
  const t = useTexts('customerOwner');
  const { pending, problem, carryOut } = useChange();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = String(new FormData(event.currentTarget).get('owner') ?? '');
    carryOut(() => requestOwner(tenantId, chosen === '' ? null : chosen), t('saved'));
  };
  return (
    <form onSubmit={save} className="flex flex-wrap items-center gap-2 text-sm print:hidden">
      <label className="flex items-center gap-2">
        {t('label')}
        <select
          key={owner?.personId ?? ''}
          name="owner"
          defaultValue={owner?.personId ?? ''}
          autoComplete="off"
          className="max-w-60 rounded-md border border-line-strong bg-surface py-1 pr-2 pl-2.5"
        >
          <option value="">{t('nobody')}</option>
          {withPresent(people, owner).map(({ personId, name }) => (
            <option key={personId} value={personId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" disabled={pending} className={BUTTON.plain}>
        {pending ? t('saving') : t('save')}
      </button>
      {problem !== null && <span role="alert">{problem}</span>}
    </form>
  );
}

/** An owner who is not among the people stays to be chosen. */
function withPresent(people: OwnerChoice, owner: Owner | null): OwnerChoice {
  if (owner === null || people.some(({ personId }) => personId === owner.personId)) return people;
  return [...people, { personId: owner.personId, name: owner.name ?? owner.personId }];
}
