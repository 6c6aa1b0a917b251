/** What every page knows about the installation. */
export type PageInfo = {
  environmentLabel: string | null;
  azureConfigured: boolean;
  creditRate: string;
  partnerIds: string[];
  now: string;
};
