/** What remedies ask to be done, by id; the words are in lib/texts, area remedies. */
export const STEP_IDS = [
  'ask-provider-for-cost',
  'leave-out-of-credit',
  'move-to-azure-plan',
  'explain-ineligible',
  'nothing-to-do',
  'keep-and-watch',
  'agree-managed-service',
  'link-service-principal',
  'principal-is-linked',
  'customer-deploys-template',
  'customer-regrants-aobo',
  'delegate-whole-subscription',
  'make-permanent',
  'past-days-are-lost',
  'link-in-managing-tenant',
  'link-in-customer-tenant',
  'update-link',
  'add-earning-role',
  'confirm-with-cost',
  'add-linked-member',
  'link-one-more',
  'make-membership-permanent',
  'replace-identity',
  'customer-delegates-offer',
  'redeploy-delegation',
  'onboard-to-right-tenant',
  'accept-deny',
  'keep-history',
  'tell-support-of-enrolment',
  'judge-again-later',
  'explain-azure-credit',
  'grant-billing-role',
  'read-credit-columns',
  'wait-for-billed-data',
  'check-lines-and-agreement',
  'open-support-case',
  'read-more-access',
  'grant-missing-right',
  'add-link-credential',
  'attest-link',
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** Rows from before texts had languages hold sentences instead. */
export const isStepId = (text: string): text is StepId => STEP_IDS.some((id) => id === text);

/** What the words of a step may name; null: not known. */
export const STEP_VALUES = [
  'subscriptionId',
  'tenantId',
  'managingTenantId',
  'linkTenantId',
  'partnerId',
  'principalName',
  'roleName',
  'scope',
  'agentGroupId',
  'judgeableFrom',
  'notBefore',
  'missingRight',
] as const;
export type StepValues = Readonly<Record<(typeof STEP_VALUES)[number], string | null>>;
