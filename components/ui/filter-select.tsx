type FilterSelectProps = {
  name: string;
  label: string;
  all: string;
  value: string;
  options: readonly { value: string; label: string }[];
  /** For short options that stand beside others. */
  narrow?: boolean;
};

/** One of a few, as a field of an AddressForm. */
export const FilterSelect = ({ name, label, all, value, options, narrow = false }: FilterSelectProps) => (
  <select
    name={name}
    aria-label={label}
    defaultValue={value}
    autoComplete="off"
    className={`filter-select ${narrow ? 'sm:w-40' : 'sm:w-60'}`}
  >
    <option value="">{all}</option>
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);
