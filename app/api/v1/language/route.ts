import { cookies } from 'next/headers';
import { BadQuery } from '#lib/queries/bad-query.ts';
import { addressBefore, respondToForm } from '#app/api/form-answer.tsx';
import { readForm } from '#app/api/read-body.ts';
import { seeOther } from '#app/api/respond.ts';
import { isHttps } from '#lib/auth/cookies.ts';
import { LANGUAGE_COOKIE, parseLanguage } from '#lib/texts/languages.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** A plain form: it works before any script does, and before anybody has signed in. */
export const POST = (request: Request): Promise<Response> =>
  respondToForm(request, async () => {
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
