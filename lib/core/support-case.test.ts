import { describe, expect, it } from 'vitest';
import { read } from './evidence.ts';
import { judgeSubscription } from './judge.ts';
import { parsePeriod } from './periods.ts';
import { supportCaseDue, supportCaseOf } from './support-case.ts';
import { formatSupportCase } from './support-text.ts';
import { aobo, earned, line, linkedOne, missed } from './testing/cause-case.ts';
import * as made from './testing/made-facts.ts';

const parsedOctober = parsePeriod('2026-10');
if (parsedOctober === null) throw new Error('period');
const october = parsedOctober;

function caseOf(of: made.Made, now = made.NOW) {
  const facts = made.madeFacts(of);
  const judgement = judgeSubscription(facts, october, now);
  return { pack: supportCaseOf(facts, judgement), due: supportCaseDue(judgement) };
}

describe('a support case', () => {
  it('holds what Microsoft asks for, and the days and amounts that lack credit', () => {
    const { pack } = caseOf({ ...linkedOne(), costs: missed });
    expect(pack).toMatchObject({
      route: 'partner-center-billing',
      subscriptionId: made.SUBSCRIPTION,
      customerTenantId: made.CUSTOMER,
      agentGroups: [{ id: made.ADMIN_AGENTS, name: 'AdminAgents' }],
      partnerLinks: [{ principalId: made.principal(1), link: { partnerId: made.OUR_PARTNER_ID } }],
    });
    expect(pack?.daysAffected).toHaveLength(31);
    expect(pack?.amounts[0]).toEqual({
      day: '2026-10-01',
      currency: 'EUR',
      costClass: 'ELIGIBLE_NOT_EARNED',
      net: '10',
      credit: null,
    });
    const text = formatSupportCase(pack ?? never());
    expect(text).toContain('Days affected (UTC): 31 (2026-10-01 to 2026-10-31)');
    expect(text).toContain(made.ROLES.contributor);
    expect(text).toContain('PartnerEarnedCreditPercentage');
  });

  it('is not due before three whole days without credit are settled', () => {
    const readAt = '2026-10-06T10:00:00.000Z';
    const costs = read([line('2026-10-01', '10', 'ELIGIBLE_NOT_EARNED')], readAt);
    expect(caseOf({ ...aobo(), costs }, readAt).due).toBe('2026-10-07T00:00:00Z');
    expect(caseOf({ ...aobo(), costs: missed }).due).toBe('2026-10-07T00:00:00Z');
  });

  it('does not exist where nothing contradicts', () => {
    expect(caseOf({ ...linkedOne(), costs: earned })).toEqual({ pack: null, due: null });
  });

  it('goes through the provider where we are an indirect reseller', () => {
    const facts = made.madeFacts({ ...linkedOne(), costs: missed });
    const judgement = judgeSubscription(facts, october, made.NOW);
    const reseller = { ...facts, profile: { ...facts.profile, type: 'indirect-reseller' as const } };
    expect(supportCaseOf(reseller, judgement)?.route).toBe('indirect-provider');
  });

  it('mentions that the enrolment moved', () => {
    const at = '2026-10-12T00:00:00.000Z';
    const { pack } = caseOf({
      ...linkedOne(),
      costs: missed,
      managing: { enrolmentMovedAt: read(at, made.NOW) },
    });
    expect(formatSupportCase(pack ?? never())).toContain(`Our enrolment moved: ${at}`);
  });
});

function never(): never {
  throw new Error('a case was expected');
}
