import { NOW } from '../fixture-customers.ts';

/** The shape of the real one, which reads the configuration. */
export type AppInfo = {
  environmentLabel: string | null;
  azureConfigured: boolean;
  creditRate: string;
  partnerIds: string[];
  partnerGlobalId: string | null;
  now: string;
};

export const getAppInfo = (): AppInfo => ({
  environmentLabel: 'Simulated Azure',
  azureConfigured: true,
  creditRate: '0.15',
  partnerIds: ['6131234', '6131235'],
  partnerGlobalId: '6131200',
  now: NOW,
});
