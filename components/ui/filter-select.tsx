import { useTexts } from '#language';
import { AddressForm } from './address-form.tsx';
import { KeptFields, type Kept } from './kept-fields.tsx';

type FilterSelectProps = {
  path: string;
  name: string;
  label: string;
  all: string;
  value: string;
  options: { value: string; label: string }[];
  keep: Kept;
  /** For short options that stand beside others. */
  narrow?: boolean;
};

export function FilterSelect({
  path,
  name,
  label,
  all,
  value,
  options,
  keep,
  narrow = false,
}: FilterSelectProps) {
  const t = useTexts('ui');
  return (
    <AddressForm
      path={path}
      name={name}
      value={value}
      pauseMs={0}
      className="flex w-full gap-2 sm:w-auto print:hidden"
    >
      <KeptFields keep={keep} />
      <select
        name={name}
        aria-label={label}
        defaultValue={value}
        autoComplete="off"
        className={`w-full rounded-md border border-line-strong bg-surface py-1.5 pr-2 pl-2.5 text-sm ${narrow ? 'sm:w-40' : 'sm:w-60'}`}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <noscript>
        <button className="rounded-md border px-3 text-sm">{t('apply')}</button>
      </noscript>
    </AddressForm>
  );
}
