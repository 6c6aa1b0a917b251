import { useFormats } from '#language';
import { AppLink } from './app-link.tsx';

type Segment = { href: string; label: string; count?: number | null; current: boolean };

/** Links that choose one of a few views; the choice lives in the address. */
export function Segments({ label, segments }: { label: string; segments: Segment[] }) {
  const { count } = useFormats();
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1">
        {segments.map((segment) => (
          <li key={segment.href}>
            <AppLink
              href={segment.href}
              scroll={false}
              aria-current={segment.current ? 'true' : undefined}
              className="inline-flex items-baseline gap-1.5 rounded-full border border-transparent px-3 py-1 text-sm text-soft hover:bg-subtle hover:text-ink aria-[current]:border-line aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink"
            >
              {segment.label}
              {typeof segment.count === 'number' && (
                <span className="text-xs text-faint tabular-nums">{count(segment.count)}</span>
              )}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
