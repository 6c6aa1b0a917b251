export const people = {
  lead: 'Viewers see the customers assigned to them. Support and administrators see every customer; Entra gives the roles.',
  nobody: 'Nobody has signed in yet',
  nobodyWhy: 'People appear here when they first sign in, or when a program names them.',
  notSignedIn: 'has not signed in',
  noRole: 'no role',
  lastSeen: 'last seen {at}',
  owns: 'owns {count, number}',
} as const;
