import type { CustomerDetail } from '#lib/queries/schemas/customers.ts';
import { customerDetail } from '../fixture-customer.ts';
import { chosenScenario } from './scenario.ts';

export const getCustomer = async (tenantId: string): Promise<CustomerDetail | null> =>
  customerDetail(tenantId, await chosenScenario());
