import { CauseTitle } from '#components/status/cause-text.tsx';
import { RelativeTime } from '#components/status/relative-time.tsx';
import { SOURCE_WORDS } from '#components/status/source-words.ts';
import { UNREAD_WORDS, wayWords } from '#components/status/way-words.ts';
import { formatDate } from '#components/ui/format-dates.ts';
import { Icon } from '#components/ui/icon.tsx';
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
  return (
    <li className="grid gap-x-8 gap-y-1 text-sm md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
      <div>
        <h3 className="font-medium">
          <CauseTitle cause={rule} />
        </h3>
        <p className="text-xs text-faint">
          {document}, {formatDate(documentDate)}
          {inferred && '; the rule itself is ours, Microsoft does not spell it out'}
        </p>
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
  const read = fact.state === 'read';
  const asked = fact.state === 'read' || fact.reason !== 'not-asked';
  return (
    <li className="flex items-start gap-1.5 text-soft">
      <Icon
        name={read ? 'done' : asked ? 'lock' : 'none'}
        className={`mt-1 size-3 ${read ? 'text-earn' : asked ? 'text-part' : 'text-faint'}`}
      />
      <span className="min-w-0 break-words">
        {factName(fact.fact)}{' '}
        <span className="text-faint">
          {fact.state === 'read' ? (
            <>
              read {fact.way !== null && `by ${wayWords(fact.way)}, `}
              <RelativeTime at={fact.at} now={now} />
            </>
          ) : (
            unreadWords(fact)
          )}
        </span>
      </span>
    </li>
  );
}

const unreadWords = ({ reason, missingRight }: Extract<Fact, { state: 'unread' }>): string =>
  `${UNREAD_WORDS[reason].toLowerCase()}${missingRight === null || reason === 'not-asked' ? '' : `; missing right: ${missingRight}`}`;

const NAMES = new Map<string, string>(
  Object.entries(SOURCE_WORDS).map(([source, { name }]) => [source, name]),
);

const LINK_OF = 'partner-link of ';

/** Facts are called by their sources, or by the identity whose link they are. */
function factName(fact: string): string {
  if (fact.startsWith(LINK_OF)) return `Partner link of ${fact.slice(LINK_OF.length)}`;
  return NAMES.get(fact) ?? fact.charAt(0).toUpperCase() + fact.slice(1);
}
