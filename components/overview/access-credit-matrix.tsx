import { useFormats, useTexts } from '#language';
import { useLooks } from '#components/status/use-looks.ts';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { isZero } from '#components/ui/is-zero.ts';
import { TONE_WASH, type Tone } from '#components/ui/tone.ts';
import { ACCESS, CREDIT, type Access, type Credit } from '#lib/core/statuses.ts';
import type { English } from '#lib/texts/en/all-areas.ts';
import type { Overview } from '#lib/queries/schemas/overview.ts';

type CellOf = Overview['matrix'][number];

/** The two verdicts disagree, or agree on a loss: the cells worth opening. */
const NEWS: Partial<
  Record<`${Access} ${Credit}`, { tone: Tone; text: keyof English['overview']['matrix']['news'] }>
> = {
  'covered credited': { tone: 'earn', text: 'asItShould' },
  'covered not-credited': { tone: 'miss', text: 'supportCase' },
  'covered partly': { tone: 'part', text: 'partMissing' },
  'partly not-credited': { tone: 'part', text: 'tooNarrow' },
  'partly partly': { tone: 'part', text: 'tooNarrow' },
  'not-covered credited': { tone: 'doubt', text: 'unseen' },
  'not-covered partly': { tone: 'doubt', text: 'unseen' },
  'not-covered not-credited': { tone: 'miss', text: 'mend' },
  'not-covered unknown': { tone: 'miss', text: 'mend' },
};

type AccessCreditMatrixProps = { matrix: CellOf[]; period: string };

export function AccessCreditMatrix({ matrix, period }: AccessCreditMatrixProps) {
  const t = useTexts('overview');
  const looks = useLooks();
  return (
    <Card title={t('matrix.title')} note={t('matrix.note')} flush>
      <div className="px-3 pb-4 max-md:px-0 print:px-0">
        <table
          role="table"
          className="stack-table w-full table-fixed text-sm md:border-separate md:border-spacing-1"
        >
          <caption className="sr-only">{t('matrix.caption')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th
                role="columnheader"
                scope="col"
                className="w-36 px-2 py-1 text-left text-xs font-normal text-faint"
              >
                {t('matrix.corner')}
              </th>
              {CREDIT.map((credit) => (
                <th key={credit} role="columnheader" scope="col" className="px-2 py-1 text-left font-normal">
                  <span className="sr-only">{t('matrix.credit')} </span>
                  <StatusBadge look={looks.credit(credit)} quiet />
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {ACCESS.map((access) => (
              <MatrixRow key={access} access={access} matrix={matrix} period={period} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

type MatrixRowProps = AccessCreditMatrixProps & { access: Access };

function MatrixRow({ access, matrix, period }: MatrixRowProps) {
  const t = useTexts('overview');
  const looks = useLooks();
  const cells = matrix.filter((cell) => cell.access === access && cell.subscriptions > 0);
  return (
    <tr role="row" className={`max-md:border-t ${cells.length === 0 ? 'max-md:hidden!' : ''}`}>
      <th role="rowheader" scope="row" className="px-2 py-2 text-left align-top font-normal">
        <span className="md:sr-only">{t('matrix.access')} </span>
        <StatusBadge look={looks.access(access)} quiet />
      </th>
      {CREDIT.map((credit) => {
        const cell = cells.find((one) => one.credit === credit);
        return cell === undefined ? (
          <EmptyCell key={credit} />
        ) : (
          <MatrixCell key={credit} cell={cell} period={period} />
        );
      })}
    </tr>
  );
}

function EmptyCell() {
  const t = useTexts('overview');
  return (
    <td role="cell" data-empty="" className="rounded-md bg-subtle/60 px-2.5 py-2 align-top text-faint">
      <span aria-hidden="true">·</span>
      <span className="sr-only">{t('matrix.none')}</span>
    </td>
  );
}

/** Leads to the subscriptions of this access and credit. */
function MatrixCell({ cell, period }: { cell: CellOf; period: string }) {
  const t = useTexts('overview');
  const looks = useLooks();
  const { moneyShort } = useFormats();
  const { access, credit, subscriptions, eligibleGross } = cell;
  const news = NEWS[`${access} ${credit}`];
  return (
    <td
      role="cell"
      data-label={t('matrix.creditIs', { word: looks.credit(credit).word })}
      className="align-top md:h-px md:p-0"
    >
      <AppLink
        href={`/subscriptions?period=${period}&access=${access}&credit=${credit}`}
        className={`group block h-full rounded-md px-2.5 py-2 ${TONE_WASH[news?.tone ?? 'mute']}`}
      >
        <span className="block">
          {t.rich('matrix.subscriptions', {
            count: subscriptions,
            number: (
              <span className="text-base font-semibold tabular-nums underline decoration-line-strong underline-offset-4 group-hover:decoration-current" />
            ),
            word: <span className="text-xs text-soft" />,
          })}
        </span>
        {eligibleGross
          .filter((money) => !isZero(money.gross))
          .map((money) => (
            <span key={money.currency} className="block text-soft tabular-nums">
              {moneyShort(money.gross, money.currency)}
            </span>
          ))}
        {news !== undefined && (
          <span className="block pt-0.5 text-xs text-soft">{t(`matrix.news.${news.text}`)}</span>
        )}
      </AppLink>
    </td>
  );
}
