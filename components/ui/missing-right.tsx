import { Icon } from './icon.tsx';

export function MissingRight({ right }: { right: string }) {
  return (
    <span className="flex items-start gap-1.5">
      <Icon name="lock" className="mt-1 size-3.5 text-part" />
      <span>
        Missing right: <strong className="font-medium text-ink">{right}</strong>
      </span>
    </span>
  );
}
