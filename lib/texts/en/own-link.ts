export const ownLink = {} as const;
