import type { ServiceKey } from './cost-types.ts';

/** What is sold, as the price list names it. All of it is made up. */
export type Service = {
  serviceFamily: string;
  consumedService: string;
  meterCategory: string;
  meterSubCategory: string;
  meterName: string;
  productName: string;
  unitOfMeasure: string;
  /** Units used in a day. */
  quantity: number;
  /** Type of the resource, as its id names it; null: no resource is charged for. */
  resourceType: string | null;
  publisherName: string;
};

const azure = (
  service: Omit<Service, 'consumedService' | 'publisherName'> & { consumedService?: string },
): Service => ({
  consumedService: service.resourceType?.split('/')[0] ?? 'Microsoft.Capacity',
  publisherName: 'Microsoft',
  ...service,
});

export const SERVICES: Readonly<Record<ServiceKey, Service>> = {
  'virtual-machines': azure({
    serviceFamily: 'Compute',
    meterCategory: 'Virtual Machines',
    meterSubCategory: 'Dsv6 Series',
    meterName: 'D4s v6',
    productName: 'Virtual Machines Dsv6 Series - D4s v6 - EU North',
    unitOfMeasure: '1 Hour',
    quantity: 48,
    resourceType: 'Microsoft.Compute/virtualMachines',
  }),
  storage: azure({
    serviceFamily: 'Storage',
    meterCategory: 'Storage',
    meterSubCategory: 'Premium SSD Managed Disks',
    meterName: 'P30 LRS Disk',
    productName: 'Premium SSD Managed Disks - P30 LRS - EU North',
    unitOfMeasure: '1/Month',
    quantity: 0.129032,
    resourceType: 'Microsoft.Compute/disks',
  }),
  'sql-database': azure({
    serviceFamily: 'Databases',
    meterCategory: 'SQL Database',
    meterSubCategory: 'Single/Elastic Pool General Purpose',
    meterName: 'vCore',
    productName: 'SQL Database Single/Elastic Pool General Purpose, "Gen5" - vCore - EU North',
    unitOfMeasure: '1 Hour',
    quantity: 96,
    resourceType: 'Microsoft.Sql/servers/databases',
  }),
  'app-service': azure({
    serviceFamily: 'Compute',
    meterCategory: 'Azure App Service',
    meterSubCategory: 'Premium v4 Plan',
    meterName: 'P1 v4 App',
    productName: 'Azure App Service Premium v4 Plan - P1 v4 App - EU North',
    unitOfMeasure: '1 Hour',
    quantity: 24,
    resourceType: 'Microsoft.Web/serverfarms',
  }),
  bandwidth: azure({
    serviceFamily: 'Networking',
    meterCategory: 'Bandwidth',
    meterSubCategory: 'Rtn Preference: MGN',
    meterName: 'Standard Data Transfer Out',
    productName: 'Rtn Preference: MGN - Standard Data Transfer Out',
    unitOfMeasure: '1 GB',
    quantity: 412.5,
    resourceType: 'Microsoft.Network/publicIPAddresses',
  }),
  'key-vault': azure({
    serviceFamily: 'Security',
    meterCategory: 'Key Vault',
    meterSubCategory: '',
    meterName: 'Operations',
    productName: 'Key Vault - Operations - EU North',
    unitOfMeasure: '10K',
    quantity: 3,
    resourceType: 'Microsoft.KeyVault/vaults',
  }),
  voice: azure({
    serviceFamily: 'Telephony',
    consumedService: 'Microsoft.Communication',
    meterCategory: 'Voice',
    meterSubCategory: 'PSTN',
    meterName: 'Outbound Minutes',
    productName: 'Teams Calling Plan - Domestic',
    unitOfMeasure: '1',
    quantity: 1,
    resourceType: null,
  }),
  reservations: azure({
    serviceFamily: 'Compute',
    meterCategory: 'Virtual Machines Licenses',
    meterSubCategory: 'Reserved VM Instance',
    meterName: 'Reserved VM Instance, D4s v6',
    productName: 'Reserved VM Instance, Standard_D4s_v6, EU North, 1 Year',
    unitOfMeasure: '1',
    quantity: 1,
    resourceType: null,
  }),
  'savings-plans': azure({
    serviceFamily: 'Compute',
    meterCategory: 'Virtual Machines',
    meterSubCategory: 'Dsv6 Series',
    meterName: 'D8s v6',
    productName: 'Virtual Machines Dsv6 Series - D8s v6 - EU North',
    unitOfMeasure: '1 Hour',
    quantity: 24,
    resourceType: 'Microsoft.Compute/virtualMachines',
  }),
  marketplace: {
    serviceFamily: 'Azure Marketplace Services',
    consumedService: 'Microsoft.SaaS',
    meterCategory: 'SaaS',
    meterSubCategory: '',
    meterName: 'Monthly subscription',
    productName: 'Ferrybridge Log Search - Team',
    unitOfMeasure: '1',
    quantity: 1,
    resourceType: 'Microsoft.SaaS/resources',
    publisherName: 'Ferrybridge Software Ltd',
  },
};
