import type { CustomerDetail } from '#lib/queries/schemas/customers.ts';
import { customerDetail } from '../fixture-customer.ts';
import { chosenScenario } from './scenario.ts';

export async function getCustomer(
  tenantId: string,
  { period }: { period?: string | undefined },
): Promise<CustomerDetail | null> {
  const customer = customerDetail(tenantId, await chosenScenario());
  return customer === null || period === undefined ? customer : { ...customer, period };
}
