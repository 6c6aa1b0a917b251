import { ACCESS_LOOKS, CREDIT_LOOKS } from '#components/status/verdict-looks.ts';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { formatMoneyShort, isZero, plural } from '#components/ui/format-numbers.ts';
import { TONE_WASH, type Tone } from '#components/ui/tone.ts';
import { ACCESS, CREDIT, type Access, type Credit } from '#lib/core/statuses.ts';
import type { Overview } from '#lib/queries/schemas/overview.ts';

type CellOf = Overview['matrix'][number];

/** The two verdicts disagree, or agree on a loss: the cells worth opening. */
const NEWS: Partial<Record<`${Access} ${Credit}`, { tone: Tone; text: string }>> = {
  'covered credited': { tone: 'earn', text: 'as it should be' },
  'covered not-credited': { tone: 'miss', text: 'support case' },
  'covered partly': { tone: 'part', text: 'part missing' },
  'partly not-credited': { tone: 'part', text: 'access too narrow' },
  'partly partly': { tone: 'part', text: 'access too narrow' },
  'not-covered credited': { tone: 'doubt', text: 'access you cannot see' },
  'not-covered partly': { tone: 'doubt', text: 'access you cannot see' },
  'not-covered not-credited': { tone: 'miss', text: 'access to mend' },
  'not-covered unknown': { tone: 'miss', text: 'access to mend' },
};

export function AccessCreditMatrix({ matrix }: { matrix: CellOf[] }) {
  return (
    <Card
      title="Access predicts, credit proves"
      note="Subscriptions and their cost before credit. Where the two disagree, that is the news."
      flush
    >
      <div
        className="relative overflow-x-auto px-5 pb-5 print:px-0"
        tabIndex={0}
        role="group"
        aria-label="Access by credit"
      >
        <table className="w-full min-w-3xl table-fixed border-separate border-spacing-1 text-sm">
          <caption className="sr-only">Subscriptions by access (rows) and credit (columns)</caption>
          <thead>
            <tr>
              <td className="w-32 py-1 text-xs text-faint">Access ↓ Credit →</td>
              {CREDIT.map((credit) => (
                <th key={credit} scope="col" className="px-2 py-1 text-left font-normal">
                  <StatusBadge look={CREDIT_LOOKS[credit]} quiet />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ACCESS.map((access) => (
              <tr key={access}>
                <th scope="row" className="py-2 pr-2 text-left align-top font-normal">
                  <span className="sr-only">Access </span>
                  <StatusBadge look={ACCESS_LOOKS[access]} quiet />
                </th>
                {CREDIT.map((credit) => (
                  <MatrixCell
                    key={credit}
                    cell={find(matrix, access, credit)}
                    access={access}
                    credit={credit}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

const find = (matrix: CellOf[], access: Access, credit: Credit) =>
  matrix.find((cell) => cell.access === access && cell.credit === credit);

function MatrixCell({ cell, access, credit }: { cell: CellOf | undefined; access: Access; credit: Credit }) {
  if (cell === undefined || cell.subscriptions === 0) {
    return (
      <td className="rounded-md bg-subtle/60 px-2.5 py-2 align-top text-faint">
        <span aria-hidden="true">·</span>
        <span className="sr-only">none</span>
      </td>
    );
  }
  const news = NEWS[`${access} ${credit}`];
  return (
    <td className={`rounded-md px-2.5 py-2 align-top ${TONE_WASH[news?.tone ?? 'mute']}`}>
      <span className="block font-semibold tabular-nums">{plural(cell.subscriptions, 'subscription')}</span>
      {cell.eligibleGross
        .filter((money) => !isZero(money.gross))
        .map((money) => (
          <span key={money.currency} className="block text-soft tabular-nums">
            {formatMoneyShort(money.gross, money.currency)}
          </span>
        ))}
      {news !== undefined && <span className="block pt-0.5 text-xs text-soft">{news.text}</span>}
    </td>
  );
}
