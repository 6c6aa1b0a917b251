import { useTexts } from '#language';
import { useState } from 'react';
import type { PeopleList } from '#lib/queries/schemas/people.ts';

type AssignedCustomersProps = { customers: PeopleList['customers']; assigned: ReadonlySet<string> };

/** More at once help nobody: the field above finds each of them. */
const MOST_SHOWN = 100;

/** Customers to tick, as fields `customer` of the form around; the list is made when it is opened. */
export function AssignedCustomers({ customers, assigned }: AssignedCustomersProps) {
  const t = useTexts('personCustomers');
  const [isOpen, setOpen] = useState(false);
  const [ticked, setTicked] = useState(assigned);
  const toggle = (id: string) =>
    setTicked((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  return (
    <details className="w-full" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer py-1.5">
        <span className="link">{t('assigned', { count: ticked.size })}</span>
      </summary>
      {[...ticked].map((id) => (
        <input key={id} type="hidden" name="customer" value={id} />
      ))}
      {isOpen && <Choice customers={customers} assigned={assigned} ticked={ticked} toggle={toggle} />}
    </details>
  );
}

type ChoiceProps = AssignedCustomersProps & { ticked: ReadonlySet<string>; toggle: (id: string) => void };

function Choice({ customers, assigned, ticked, toggle }: ChoiceProps) {
  const t = useTexts('personCustomers');
  const [wanted, setWanted] = useState('');
  const text = wanted.trim().toLocaleLowerCase();
  // Those of before come first, and stay where they are while somebody ticks.
  const inOrder = [...customers].sort(
    (left, right) => Number(assigned.has(right.tenantId)) - Number(assigned.has(left.tenantId)),
  );
  const found = inOrder.filter(
    ({ tenantId, displayName }) => displayName.toLocaleLowerCase().includes(text) || tenantId.includes(text),
  );
  return (
    <>
      <input
        type="search"
        aria-label={t('find')}
        placeholder={t('find')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        autoComplete="off"
        className="mt-2 w-full max-w-72 rounded-md border border-line-strong bg-surface px-2.5 py-1.5"
      />
      <ul className="mt-2 grid max-h-72 gap-x-6 overflow-y-auto sm:grid-cols-2">
        {found.slice(0, MOST_SHOWN).map(({ tenantId, displayName }) => (
          <li key={tenantId}>
            <label className="flex items-center gap-2 py-1">
              <input type="checkbox" checked={ticked.has(tenantId)} onChange={() => toggle(tenantId)} />
              <bdi className="min-w-0 break-words">{displayName}</bdi>
            </label>
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN && (
        <p className="text-faint">{t('more', { count: found.length - MOST_SHOWN })}</p>
      )}
    </>
  );
}
