import { Card } from '#components/ui/card.tsx';
import { formatMonth } from '#components/ui/format-dates.ts';

export const NoCost = ({ period }: { period: string }) => (
  <Card title={`No cost was read for ${formatMonth(period)}`}>
    <p className="text-sm text-soft">
      Without cost nothing can be proven; what is said here rests on access alone.
    </p>
  </Card>
);
