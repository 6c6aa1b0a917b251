import { AddressForm } from './address-form.tsx';
import { Icon } from './icon.tsx';
import { KeptFields, type Kept } from './kept-fields.tsx';

const PAUSE_MS = 250;

type SearchBoxProps = { path: string; label: string; placeholder: string; value: string; keep: Kept };

/** Writes `q` into the address while typing. */
export const SearchBox = ({ path, label, placeholder, value, keep }: SearchBoxProps) => (
  <AddressForm
    path={path}
    name="q"
    value={value}
    pauseMs={PAUSE_MS}
    role="search"
    className="relative w-full sm:w-72 print:hidden"
  >
    <KeptFields keep={keep} />
    <Icon name="search" className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-faint" />
    <input
      type="search"
      name="q"
      aria-label={label}
      placeholder={placeholder}
      defaultValue={value}
      autoComplete="off"
      className="w-full rounded-md border border-line-strong bg-surface py-1.5 pr-3 pl-8.5 text-sm placeholder:text-faint"
    />
  </AddressForm>
);
