export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 text-base font-semibold tracking-tight">
      <svg viewBox="0 0 24 24" className="size-5" aria-hidden="true">
        <rect x="1" y="1" width="22" height="22" rx="6" fill="var(--color-accent)" />
        <rect x="6" y="11" width="3" height="7" rx="1" fill="var(--color-on-accent)" opacity="0.55" />
        <rect x="10.5" y="8" width="3" height="10" rx="1" fill="var(--color-on-accent)" opacity="0.8" />
        <rect x="15" y="5" width="3" height="13" rx="1" fill="var(--color-on-accent)" />
      </svg>
      Pecboard
    </span>
  );
}
