export const subscriptionAnchor = (subscriptionId: string): string => `subscription-${subscriptionId}`;
