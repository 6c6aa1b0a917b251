export * from './schema-access.ts';
export * from './schema-auth.ts';
export * from './schema-billing.ts';
export * from './schema-costs.ts';
export * from './schema-customers.ts';
export * from './schema-findings.ts';
export * from './schema-runs.ts';
export * from './schema-verdicts.ts';
