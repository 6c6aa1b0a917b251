import type { BilledSubscription } from '#lib/core/facts.ts';

/** What a billing subscription says about the product that was bought. */
type Product = {
  offerId: string | null;
  skuId: string | null;
  skuDescription: string | null;
  productCategory: string | null;
  productType: string | null;
  productTypeId: string | null;
};

/** The CSP offer from before the Azure plan (facts.md section 1). */
const LEGACY_OFFER = /MS-AZR-0?145P/i;
const AZURE_PLAN = /azure plan/i;
/** Product id of the Azure plan in Microsoft's catalogue. */
const AZURE_PLAN_PRODUCT = 'dzh318z0bps6';
/** Of the Azure plan and its DevTest variant. Seat-based products have skus of the same numbers. */
const AZURE_PLAN_SKUS = new Set(['0001', '0002']);

export function planOf(product: Product, isSubscription: boolean): BilledSubscription['plan'] {
  const { offerId, skuId, skuDescription, productType, productTypeId } = product;
  const said = [offerId, skuId, skuDescription, productType, productTypeId].filter((text) => text !== null);
  if (said.some((text) => LEGACY_OFFER.test(text))) return 'legacy';
  if (said.some((text) => AZURE_PLAN.test(text))) return 'azure-plan';
  if (productTypeId?.toLowerCase().startsWith(AZURE_PLAN_PRODUCT)) return 'azure-plan';
  const category = product.productCategory?.toLowerCase() ?? null;
  if (category !== null && category !== 'usagebased') return 'other';
  return isSubscription && AZURE_PLAN_SKUS.has(skuId ?? '') ? 'azure-plan' : null;
}
