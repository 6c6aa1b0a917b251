import type { FactsFile } from './facts-file.ts';
import type { Judgement } from './judge.ts';
import { toldLink } from './linked-how.ts';
import { decimalText } from './money.ts';
import type { AccessPath } from './paths/access-path.ts';
import type { ClassSum } from './class-sums.ts';
import { summariseMoney } from './summarise-money.ts';

/** A judgement as the command line prints it, but for words; amounts are decimal text. */
export function judgementJson(judgement: Judgement, { facts, period, judgedAt }: FactsFile) {
  const { how, paths, days, classes, resourceGroups, rate, ...told } = judgement;
  const { subscriptionId } = facts.subscription;
  return {
    subscriptionId,
    tenantId: facts.customer.tenantId,
    period,
    judgedAt,
    ...told,
    linkedHow: toldLink(how),
    rate: { fraction: decimalText(rate.fraction), basis: rate.basis },
    totals: summariseMoney(classes, facts.profile.creditRateFraction, rate),
    classes: classes.map(amountJson),
    resourceGroups:
      resourceGroups?.map((group) => ({ ...group, amounts: group.amounts.map(amountJson) })) ?? null,
    paths: paths.map((path) => pathJson(path, subscriptionId)),
    days: days.map((day) => ({ ...day, amounts: day.amounts.map(amountJson) })),
  };
}

const amountJson = ({ currency, costClass, net, credit }: ClassSum) => ({
  currency,
  costClass,
  net: decimalText(net),
  credit: credit === null ? null : decimalText(credit),
});

function pathJson(
  { answer, narrowScope, candidates: _candidates, ...path }: AccessPath,
  subscriptionId: string,
) {
  const scope = narrowScope ?? `/subscriptions/${subscriptionId}`;
  return { ...path, scope, earns: answer.earns, because: answer.because };
}
