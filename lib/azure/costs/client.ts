import { CostManagementClient } from '@azure/arm-costmanagement';
import { pipelineCredential, type SdkOptions } from '../conversation.ts';

/** The SDK's own default is 2022-10-01. */
export const API_VERSION = '2023-11-01';

export const openCostClient = (options: SdkOptions): CostManagementClient =>
  new CostManagementClient(pipelineCredential, { ...options, apiVersion: API_VERSION });
