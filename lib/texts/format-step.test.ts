import { describe, expect, it } from 'vitest';
import { STEP_IDS, STEP_VALUES, type StepValues } from '#lib/core/remedies/steps.ts';
import { areaTexts } from './area-texts.ts';
import { formatStep } from './format-step.ts';
import { LANGUAGES } from './languages.ts';
import { makeTranslator } from './translator.ts';

const KNOWN: StepValues = {
  subscriptionId: 'SUBSCRIPTION',
  tenantId: 'TENANT',
  managingTenantId: 'MANAGING',
  linkTenantId: 'LINK-TENANT',
  partnerId: '5001002',
  principalName: "O'Brien {agents}",
  roleName: 'Support Request Contributor',
  scope: '/subscriptions/SUBSCRIPTION/resourceGroups/web',
  agentGroupId: 'AGENTS',
  judgeableFrom: '2026-11-23',
  notBefore: '2026-11-24',
  missingRight: 'Reader on the subscription',
};

const wordsIn = (language: (typeof LANGUAGES)[number]) =>
  makeTranslator(language, 'remedies', areaTexts(language, 'remedies'));

describe.each(LANGUAGES)('steps in %s', (language) => {
  const t = wordsIn(language);

  it.each(STEP_IDS)('%s names the same values as the English step', (id) => {
    const named = (text: string) => Object.values(KNOWN).filter((value) => value && text.includes(value));
    const step = formatStep(t, id, KNOWN);
    expect(named(step)).toEqual(named(formatStep(wordsIn('en'), id, KNOWN)));
    for (const name of STEP_VALUES) expect(step).not.toContain(t(`unknown.${name}`));
  });

  it('says of what is not known that it is not, and of nothing else', () => {
    const step = formatStep(t, 'link-service-principal', { ...KNOWN, partnerId: null });
    expect(step).toContain(t('unknown.partnerId'));
    expect(step).toContain("O'Brien {agents}");
  });
});

it('tells programs in English what it told them before', () => {
  expect(formatStep(wordsIn('en'), 'link-in-customer-tenant', { ...KNOWN, partnerId: null })).toBe(
    "The link counts only in the customer tenant TENANT. Sign in there as O'Brien {agents} and link partner ID (partnerId unknown).",
  );
});
