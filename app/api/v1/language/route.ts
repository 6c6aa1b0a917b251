import { cookies } from 'next/headers';
import { BadQuery } from '#lib/queries/bad-query.ts';
import { readForm } from '#app/api/read-body.ts';
import { respond, seeOther } from '#app/api/respond.ts';
import { isHttps } from '#lib/auth/cookies.ts';
import { safeReturnAddress, signInAddress } from '#lib/auth/return-address.ts';
import { LANGUAGE_COOKIE, parseLanguage } from '#lib/texts/languages.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** A plain form: it works before any script does, and before anybody has signed in. */
export const POST = (request: Request): Promise<Response> =>
  respond(async () => {
    const form = await readForm(request);
    const language = parseLanguage(form.get('language'));
    if (language === null) throw new BadQuery('language', 'is none of ours');
    (await cookies()).set(LANGUAGE_COOKIE, language, {
      httpOnly: true,
      secure: isHttps(),
      sameSite: 'lax',
      path: '/',
      maxAge: YEAR_SECONDS,
    });
    return seeOther(addressBefore(request.headers.get('referer')));
  });

/** The view that the form was sent from. Its site was held against ours before. */
function addressBefore(referrer: string | null): string {
  if (referrer === null || !URL.canParse(referrer)) return '/';
  const { pathname, search, searchParams } = new URL(referrer);
  if (pathname === '/sign-in') return signInAddress(searchParams.get('to') ?? '/');
  return safeReturnAddress(`${pathname}${search}`);
}
