import { request } from 'node:https';
import { z } from 'zod';

const answerShape = z.looseObject({ access_token: z.string() });

/** Asks the simulated Entra for a token, trusting its certificate authority alone. */
export async function requestToken(
  endpoint: string,
  form: Readonly<Record<string, string>>,
  ca: string,
): Promise<string> {
  const body = new URLSearchParams(form).toString();
  const text = await new Promise<string>((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const asked = request(endpoint, { method: 'POST', ca, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    });
    asked.on('error', reject);
    asked.end(body);
  });
  return answerShape.parse(JSON.parse(text)).access_token;
}
