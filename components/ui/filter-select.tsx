'use client';

import { KeptFields, type Kept } from './kept-fields.tsx';
import { useAddress } from './use-address.ts';

type FilterSelectProps = {
  name: string;
  label: string;
  all: string;
  value: string;
  options: { value: string; label: string }[];
  keep: Kept;
};

export function FilterSelect({ name, label, all, value, options, keep }: FilterSelectProps) {
  const { pathname, pending, write } = useAddress();
  return (
    <form action={pathname} className="flex w-full gap-2 sm:w-auto print:hidden">
      <KeptFields keep={keep} />
      <select
        key={value}
        name={name}
        aria-label={label}
        defaultValue={value}
        onChange={(event) => write(name, event.target.value)}
        className="w-full rounded-md border border-line-strong bg-surface py-1.5 pr-2 pl-2.5 text-sm sm:w-60"
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <noscript>
        <button className="rounded-md border px-3 text-sm">Apply</button>
      </noscript>
      {pending && <span data-loading="" role="status" aria-label="Loading" />}
    </form>
  );
}
