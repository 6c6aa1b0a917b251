import { useTexts } from '#language';
import { addressWith, type AddressQuery } from '#components/ui/address.ts';
import { Segments } from '#components/ui/segments.tsx';
import { VERDICTS, type Verdict } from '#lib/core/statuses.ts';

type VerdictSegmentsProps = {
  path: string;
  choice: AddressQuery & { verdict?: Verdict | undefined };
  list: { unfilteredTotal: number; byVerdict: Record<Verdict, number> };
};

/** The rows of a list by verdict, to choose one. */
export function VerdictSegments({ path, choice, list }: VerdictSegmentsProps) {
  const ui = useTexts('ui');
  const t = useTexts('statuses');
  return (
    <div className="print:hidden">
      <Segments
        label={ui('verdict')}
        segments={[
          {
            href: addressWith(path, choice, { verdict: undefined }),
            label: ui('all'),
            count: list.unfilteredTotal,
            current: choice.verdict === undefined,
          },
          ...VERDICTS.map((verdict) => ({
            href: addressWith(path, choice, { verdict }),
            label: t(`verdict.${verdict}`),
            count: list.byVerdict[verdict],
            current: choice.verdict === verdict,
          })),
        ]}
      />
    </div>
  );
}
