/** The shape of the real one, which reads the cookie. */
export type SessionInfo = {
  kind: 'person' | 'program' | 'local-admin';
  name: string;
  roles: readonly string[];
  limited: boolean;
  endsAt: string | null;
};

export const getSession = async (): Promise<SessionInfo> => ({
  kind: 'person',
  name: 'Ingrid Halvorsen',
  roles: ['Pec.Support'],
  limited: false,
  endsAt: null,
});
