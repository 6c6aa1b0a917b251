import { wordingFor } from '#components/language/in-server.ts';
import { drawHtml } from '#components/drawn/draw-html.ts';
import { answers } from '#lib/texts/en/answers.ts';
import { safeReturnAddress, signInAddress } from '#lib/auth/return-address.ts';
import { respond } from './respond.ts';

/** Styles of the pages have other names with every build, and this policy lets no others in than those of elements. */
const PLACE = {
  maxWidth: '36rem',
  margin: '4rem auto',
  padding: '0 1rem',
  font: '1rem/1.5 system-ui, sans-serif',
} as const;
const FIRST_REFUSAL = 400;

type Known = keyof typeof answers.code;
const isKnown = (code: string): code is Known => code in answers.code;

/** For plain forms: a browser that has no script shows what it is answered, so a refusal is a page with a way back. */
export async function respondToForm(request: Request, work: () => Promise<Response>): Promise<Response> {
  const answered = await respond(work);
  const wantsPage = request.headers.get('accept')?.includes('text/html') === true;
  if (answered.status < FIRST_REFUSAL || !wantsPage) return answered;
  // It is one of ours (RFC 9457).
  const { code, detail } = (await answered.json()) as { code: string; detail: string };
  const { language, texts } = wordingFor(request);
  const t = texts('answers');
  const page = drawHtml(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${t('title')} · Pecboard`}</title>
      </head>
      <body>
        <main style={PLACE}>
          <h1>{t('title')}</h1>
          <p>{isKnown(code) ? t(`code.${code}`) : t('refused', { detail })}</p>
          <p>
            <a href={addressBefore(request.headers.get('referer'))}>{t('back')}</a>
          </p>
        </main>
      </body>
    </html>,
  );
  return new Response(`<!doctype html>${page}`, {
    status: answered.status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** The view that the form was sent from. Its site was held against ours before. */
export function addressBefore(referrer: string | null): string {
  if (referrer === null || !URL.canParse(referrer)) return '/';
  const { pathname, search, searchParams } = new URL(referrer);
  if (pathname === '/sign-in') return signInAddress(searchParams.get('to') ?? '/');
  return safeReturnAddress(`${pathname}${search}`);
}
