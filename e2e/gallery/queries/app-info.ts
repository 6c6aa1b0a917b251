import type { PageInfo } from '#components/layout/page-info.ts';
import { NOW } from '../fixture-customers.ts';

export const getAppInfo = (): PageInfo => ({
  environmentLabel: 'Simulated Azure',
  azureConfigured: true,
  creditRate: '0.15',
  partnerIds: ['6131234', '6131235'],
  now: NOW,
});
