/** App roles of the Entra registration, weakest first; each includes the ones before it. */
export const ROLES = ['Pec.Viewer', 'Pec.Support', 'Pec.Admin'] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

const rankOf = (role: Role): number => ROLES.indexOf(role);

export const includesRole = (held: readonly Role[], needed: Role): boolean =>
  held.some((role) => rankOf(role) >= rankOf(needed));
