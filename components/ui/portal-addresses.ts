const PORTAL = 'https://portal.azure.com';

/*
 * The portal opens in the customer's own directory, where a person may hold another role than at home. Addresses as
 * Microsoft's documentation gives them ("Share and save a cost analysis view", "Service providers"; 2026-11-21).
 */

export const portalSubscription = (tenantId: string, subscriptionId: string): string =>
  `${PORTAL}/#@${tenantId}/resource/subscriptions/${subscriptionId}/overview`;

export const portalAccess = (tenantId: string, subscriptionId: string): string =>
  `${PORTAL}/#@${tenantId}/resource/subscriptions/${subscriptionId}/users`;

export const portalCosts = (tenantId: string, subscriptionId: string): string => {
  const scope = encodeURIComponent(`/subscriptions/${subscriptionId}`);
  return `${PORTAL}/@${tenantId}/#blade/Microsoft_Azure_CostManagement/Menu/open/costanalysis/scope/${scope}`;
};

export const portalServiceProviders = (tenantId: string): string =>
  `${PORTAL}/@${tenantId}/#view/Microsoft_Azure_CustomerHub/ServiceProvidersBladeV2/~/providers`;
