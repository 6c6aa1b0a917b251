import { signIn } from '#lib/texts/en/sign-in.ts';

type Refusal = keyof typeof signIn.refused;

const isRefusal = (text: string): text is Refusal => text in signIn.refused;

/** The text that says what a refused sign-in means for the person. */
export function refusalText(code: string): `refused.${Refusal}` {
  const fault = code.replace(/^sign-in-refused-/, '');
  const known = fault === 'issuer' ? 'tenant' : fault;
  return `refused.${isRefusal(known) ? known : 'other'}`;
}
