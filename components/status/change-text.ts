import { VERDICTS, type Verdict } from '#lib/core/statuses.ts';
import type { Change, ChangeSide } from '#lib/queries/schemas/changes.ts';
import type { Translator } from '#lib/texts/translator.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { looksIn } from './use-looks.ts';

/** What was before and what is now, in words; empty where the kind of change says it all. */
export function changeText({ kind, before, after, source }: Change, { texts }: Wording): string {
  const t = texts('changes');
  if (kind === 'source-refused' || kind === 'source-read') {
    return source === 'judge' ? '' : texts('sources')(`of.${source}.name`);
  }
  if (kind === 'verdict-changed') {
    const word = verdictWordIn(texts('statuses'));
    return t('beforeNow', { before: word(before), now: word(after) });
  }
  if (kind === 'role-changed') {
    return t('beforeNow', { before: grantWords(t, before), now: grantWords(t, after) });
  }
  if (kind === 'access-won') return grantWords(t, after);
  if (kind === 'access-lost') return grantWords(t, before);
  if (kind === 'link-new' || kind === 'link-gone' || kind === 'link-changed') {
    return linkWords(t, before, after);
  }
  return '';
}

const isVerdict = (value: unknown): value is Verdict => VERDICTS.some((verdict) => verdict === value);

function verdictWordIn(t: Translator<'statuses'>): (side: ChangeSide | null) => string {
  const looks = looksIn(t);
  return (side) => {
    const verdict = side?.['verdict'];
    return looks.verdict(isVerdict(verdict) ? verdict : 'unknown').word.toLocaleLowerCase();
  };
}

type Words = Translator<'changes'>;

const MOST_GRANTS = 3;

function grantWords(t: Words, side: ChangeSide | null): string {
  const grants = side?.['grants'];
  if (!Array.isArray(grants) || grants.length === 0) return t('nobody');
  const words = grants
    .slice(0, MOST_GRANTS)
    .map(({ principalName, principalId, roleName, roleDefinitionId, how }) =>
      t(how === 'just-in-time' ? 'grantJustInTime' : 'grant', {
        role: roleName ?? roleDefinitionId,
        who: principalName ?? principalId,
      }),
    )
    .join('; ');
  const more = grants.length - MOST_GRANTS;
  return more > 0 ? t('andMore', { grants: words, more }) : words;
}

const textOf = (value: ChangeSide[string] | undefined): string | null =>
  typeof value === 'string' ? value : null;

function linkWords(t: Words, before: ChangeSide | null, after: ChangeSide | null): string {
  const side = after ?? before;
  const who = textOf(side?.['principalName']) ?? textOf(side?.['principalId']) ?? t('anIdentity');
  const was = textOf(before?.['partnerId']);
  const is = textOf(after?.['partnerId']);
  if (was === null && is === null) return who;
  if (was === null) return t('linkOf', { who, change: t('now', { now: is ?? '' }) });
  const change = is === null ? t('before', { before: was }) : t('beforeNow', { before: was, now: is });
  return t('linkOf', { who, change });
}
