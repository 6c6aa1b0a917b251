import { Card } from '#components/ui/card.tsx';
import { formatMonth } from '#components/ui/format-dates.ts';

/** None and not read are two things. */
export function NoCost({ period, read }: { period: string; read: boolean }) {
  return (
    <Card title={read ? `No cost in ${formatMonth(period)}` : `No cost was read for ${formatMonth(period)}`}>
      <p className="text-sm text-soft">
        {read
          ? 'The costs were read to the end, and there are none.'
          : 'Without cost nothing can be proven; what is said here rests on access alone.'}
      </p>
    </Card>
  );
}
