import { CopyButton } from './copy-button.tsx';

export function Guid({ value, label }: { value: string; label: string }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-0.5 font-normal">
      <code
        className="truncate font-mono text-xs text-faint print:break-all print:whitespace-normal"
        title={value}
      >
        {value}
      </code>
      <CopyButton text={value} label={label} />
    </span>
  );
}
