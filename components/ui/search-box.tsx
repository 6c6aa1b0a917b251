import { Icon } from './icon.tsx';

type SearchBoxProps = { label: string; placeholder: string; value: string };

/** Looks for `q` while somebody types, as a field of an AddressForm. */
export const SearchBox = ({ label, placeholder, value }: SearchBoxProps) => (
  <span className="relative w-full sm:w-72">
    <Icon name="search" className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-faint" />
    <input
      type="search"
      name="q"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={placeholder}
      defaultValue={value}
      autoComplete="off"
      className="w-full rounded-md border border-line-strong bg-surface py-1.5 pr-3 pl-8.5 text-sm placeholder:text-faint"
    />
  </span>
);
