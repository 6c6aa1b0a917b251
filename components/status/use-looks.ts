import { useTexts } from '#language';
import type { Access, Credit, Linked, Verdict } from '#lib/core/statuses.ts';
import type { Translator } from '#lib/texts/translator.ts';
import {
  ACCESS_LOOKS,
  CREDIT_LOOKS,
  LINKED_LOOKS,
  PATH_EARNS_LOOKS,
  ROLE_EARNS_LOOKS,
  VERDICT_LOOKS,
  type Look,
} from './verdict-looks.ts';

/** Icon, word and colour of every status, in the language of the texts. */
export function looksIn(t: Translator<'statuses'>) {
  return {
    verdict: (verdict: Verdict): Look => ({ ...VERDICT_LOOKS[verdict], word: t(`verdict.${verdict}`) }),
    linked: (linked: Linked): Look => ({ ...LINKED_LOOKS[linked], word: t(`linked.${linked}`) }),
    access: (access: Access): Look => ({ ...ACCESS_LOOKS[access], word: t(`access.${access}`) }),
    credit: (credit: Credit): Look => ({ ...CREDIT_LOOKS[credit], word: t(`credit.${credit}`) }),
    roleEarns: (earns: keyof typeof ROLE_EARNS_LOOKS): Look => ({
      ...ROLE_EARNS_LOOKS[earns],
      word: t(`roleEarns.${earns}`),
    }),
    pathEarns: (earns: keyof typeof PATH_EARNS_LOOKS): Look => ({
      ...PATH_EARNS_LOOKS[earns],
      word: t(`pathEarns.${earns}`),
    }),
  };
}

export const useLooks = () => looksIn(useTexts('statuses'));
