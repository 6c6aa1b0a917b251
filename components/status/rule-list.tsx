import { useFormats, useTexts } from '#language';
import { CauseTitle } from '#components/status/cause-text.tsx';
import { RelativeTime } from '#components/status/relative-time.tsx';
import { useWays } from '#components/status/use-ways.ts';
import { Icon } from '#components/ui/icon.tsx';
import { SOURCE_KINDS } from './source-words.ts';
import type { Source } from '#lib/core/statuses.ts';
import { rightWords } from '#lib/texts/right-words.ts';
import type { Evidence } from '#lib/queries/schemas/evidence.ts';

/** Each rule that fired, the page it follows from, and the facts it rests on with their dates. */
export const RuleList = ({ evidence, now }: { evidence: readonly Evidence[]; now: string }) => (
  <ul className="grid gap-4">
    {evidence.map((one) => (
      <RuleItem key={one.rule} evidence={one} now={now} />
    ))}
  </ul>
);

function RuleItem({
  evidence: { rule, document, documentDate, inferred, facts },
  now,
}: {
  evidence: Evidence;
  now: string;
}) {
  const t = useTexts('evidence');
  const date = useFormats().date(documentDate);
  return (
    <li className="grid gap-x-8 gap-y-1 text-sm md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
      <div>
        <h3 className="font-medium">
          <CauseTitle cause={rule} />
        </h3>
        <p className="text-xs text-faint">{t(inferred ? 'inferred' : 'documentOf', { document, date })}</p>
      </div>
      <ul className="grid content-start gap-0.5">
        {facts.map((fact) => (
          <FactLine key={fact.fact} fact={fact} now={now} />
        ))}
      </ul>
    </li>
  );
}

type Fact = Evidence['facts'][number];

function FactLine({ fact, now }: { fact: Fact; now: string }) {
  const name = useFactName();
  const unread = useUnreadWords();
  const read = fact.state === 'read';
  const asked = fact.state === 'read' || fact.reason !== 'not-asked';
  return (
    <li className="flex items-start gap-1.5 text-soft">
      <Icon
        name={read ? 'done' : asked ? 'lock' : 'none'}
        className={`mt-1 size-3 ${read ? 'text-earn' : asked ? 'text-part' : 'text-faint'}`}
      />
      <span className="min-w-0 break-words">
        {name(fact.fact)}{' '}
        <span className="text-faint">
          {fact.state === 'read' ? <ReadWhen fact={fact} now={now} /> : unread(fact)}
        </span>
      </span>
    </li>
  );
}

type ReadFact = Extract<Fact, { state: 'read' }>;

function ReadWhen({ fact: { way, at }, now }: { fact: ReadFact; now: string }) {
  const t = useTexts('evidence');
  const ways = useWays();
  const age = <RelativeTime at={at} now={now} />;
  return way === null ? t.rich('readAt', { age }) : t.rich('readBy', { way: ways(way), age });
}

function useUnreadWords(): (fact: Extract<Fact, { state: 'unread' }>) => string {
  const t = useTexts('evidence');
  const statuses = useTexts('statuses');
  const rights = useTexts('rights');
  return ({ reason, missingRight }) => {
    const words = statuses(`unread.${reason}`).toLocaleLowerCase();
    if (missingRight === null || reason === 'not-asked') return words;
    return t('missing', { reason: words, right: rightWords(rights, missingRight) });
  };
}

const LINK_OF = 'partner-link of ';

/** Facts that no source is called by. */
const OTHER_FACTS = [
  ['costs by resource group', 'groupedCosts'],
  ["schedules of the customer's own groups", 'ownSchedules'],
] as const;

const isSource = (text: string): text is Source => text in SOURCE_KINDS;

/** Facts are called by their sources, or by the identity whose link they are. */
function useFactName(): (fact: string) => string {
  const t = useTexts('evidence');
  const sources = useTexts('sources');
  return (fact) => {
    if (fact.startsWith(LINK_OF)) return t('linkOf', { identity: fact.slice(LINK_OF.length) });
    const other = OTHER_FACTS.find(([name]) => name === fact)?.[1];
    if (other !== undefined) return t(`fact.${other}`);
    return isSource(fact) ? sources(`of.${fact}.name`) : fact.charAt(0).toUpperCase() + fact.slice(1);
  };
}
