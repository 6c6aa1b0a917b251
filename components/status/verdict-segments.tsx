import { addressWith, type AddressQuery } from '#components/ui/address.ts';
import { Segments } from '#components/ui/segments.tsx';
import { VERDICTS, type Verdict } from '#lib/core/statuses.ts';
import { VERDICT_LOOKS } from './verdict-looks.ts';

type VerdictSegmentsProps = {
  path: string;
  choice: AddressQuery & { verdict?: Verdict | undefined };
  list: { unfilteredTotal: number; byVerdict: Record<Verdict, number> };
};

/** The rows of a list by verdict, to choose one. */
export const VerdictSegments = ({ path, choice, list }: VerdictSegmentsProps) => (
  <div className="print:hidden">
    <Segments
      label="Verdict"
      segments={[
        {
          href: addressWith(path, choice, { verdict: undefined }),
          label: 'All',
          count: list.unfilteredTotal,
          current: choice.verdict === undefined,
        },
        ...VERDICTS.map((verdict) => ({
          href: addressWith(path, choice, { verdict }),
          label: VERDICT_LOOKS[verdict].word,
          count: list.byVerdict[verdict],
          current: choice.verdict === verdict,
        })),
      ]}
    />
  </div>
);
