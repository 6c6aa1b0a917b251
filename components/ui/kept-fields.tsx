export type Kept = Readonly<Record<string, string | number | undefined>>;

/** Carries the other filters along when a form is sent without script. */
export function KeptFields({ keep }: { keep: Kept }) {
  return Object.entries(keep).map(([name, value]) =>
    value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
  );
}
