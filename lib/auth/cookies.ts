import { config } from '#lib/config.ts';

export type CookieName = 'session' | 'sign-in';

/** People reach us by https, or this machine by plain http, where a __Host- cookie cannot be. */
export const isHttps = (): boolean => config().publicUrl?.startsWith('https:') ?? false;

export const cookieName = (name: CookieName): string => `${isHttps() ? '__Host-' : ''}pecboard-${name}`;

export const cookieOptions = (expiresAtMs: number) =>
  ({
    httpOnly: true,
    secure: isHttps(),
    sameSite: 'lax',
    path: '/',
    expires: new Date(expiresAtMs),
  }) as const;

/** A __Host- cookie is taken away only by a line that is as strict as the one that set it. */
export const goneCookie = () => ({ ...cookieOptions(0), maxAge: 0 });
