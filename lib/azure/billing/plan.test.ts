import { expect, it } from 'vitest';
import { planOf } from './plan.ts';

const nothing = {
  offerId: null,
  skuId: null,
  skuDescription: null,
  productCategory: null,
  productType: null,
  productTypeId: null,
};

it.each([
  ['by the name of its sku', { skuDescription: 'Microsoft Azure Plan' }, true, 'azure-plan'],
  [
    'by the name of its DevTest sku',
    { skuDescription: 'Microsoft Azure Plan for DevTest' },
    true,
    'azure-plan',
  ],
  [
    'by its product',
    { productTypeId: 'DZH318Z0BPS6:0001', productCategory: 'UsageBased' },
    true,
    'azure-plan',
  ],
  ['by the number of its sku', { skuId: '0002', productCategory: 'UsageBased' }, true, 'azure-plan'],
  ['by the number of its sku alone', { skuId: '0001' }, true, 'azure-plan'],
  ['not by a number that licences have too', { skuId: '0001', productCategory: 'SeatBased' }, false, 'other'],
  ['not by a number without a subscription', { skuId: '0001' }, false, null],
  ['legacy by its offer', { offerId: 'MS-AZR-0145P' }, true, 'legacy'],
  ['legacy by its product, in any case', { productTypeId: 'ms-azr-145p', skuId: '0001' }, true, 'legacy'],
  ['another product', { productCategory: 'ReservationOrder' }, false, 'other'],
  ['unknown where nothing is said', {}, true, null],
  ['unknown by usage alone', { productCategory: 'UsageBased' }, true, null],
])('is known %s', (_name, said, isSubscription, plan) => {
  expect(planOf({ ...nothing, ...said }, isSubscription)).toBe(plan);
});
