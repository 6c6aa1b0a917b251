'use client';

import { useTexts } from '#language';
import type { FormEvent } from 'react';
import { useChange } from '#components/live/use-change.ts';
import { BUTTON } from '#components/ui/button.ts';
import type { Link } from '#lib/queries/schemas/links.ts';
import { requestAttestation } from './request-attestation.ts';
import { useWithdrawal } from './use-withdrawal.ts';

const FIELD = 'w-full rounded-md border border-line-strong bg-surface px-2 py-1 text-sm';
const DAY_MS = 24 * 60 * 60_000;
const USUAL_DAYS = 180;

/** To which partner IDs somebody may attest links, and how long they may count. */
export type Attesting = { partnerIds: readonly string[]; longestDays: number };

type AttestationFormProps = { link: Link; attesting: Attesting; now: string };

const dayAfter = (now: string, days: number): string =>
  new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10);

/** Somebody's word for a link that nothing can read: on what it rests, and until when it counts. */
export function AttestationForm({ link, attesting, now }: AttestationFormProps) {
  const { partnerIds, longestDays } = attesting;
  const t = useTexts('attestation');
  const { pending, problem, carryOut, carryOutAndTell } = useChange();
  const withdraw = useWithdrawal(link);
  const who = link.displayName ?? link.principalId;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '');
    const { tenantId, principalId, displayName } = link;
    const expiresAt = `${text('until')}T23:59:59Z`;
    const since = text('since') === '' ? null : text('since');
    const given = { tenantId, principalId, displayName, since, expiresAt };
    const attested = { ...given, partnerId: text('partnerId'), evidence: text('evidence') };
    carryOut(() => requestAttestation(attested), t('recorded', { who, partnerId: attested.partnerId }));
  };
  return (
    <details className="mt-1 text-xs print:hidden">
      <summary className="w-fit cursor-pointer py-1.5">
        <span className="link">{t(link.how === 'attested' ? 'renew' : 'record')}</span>
      </summary>
      <form onSubmit={save} aria-label={t('record')} className="mt-2 grid max-w-64 gap-2">
        <label className="grid gap-1">
          {t('linkedTo')}
          <select name="partnerId" className={FIELD} defaultValue={link.partnerId ?? partnerIds[0]}>
            {partnerIds.map((id) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        </label>
        <label className="grid gap-1">
          {t('restsOn')}
          <textarea
            name="evidence"
            required
            minLength={10}
            maxLength={2000}
            rows={3}
            className={FIELD}
            placeholder={t('who')}
          />
        </label>
        <label className="grid gap-1">
          {t('since')}
          <input type="date" name="since" max={dayAfter(now, 0)} className={FIELD} />
        </label>
        <label className="grid gap-1">
          {t('until')}
          <input
            type="date"
            name="until"
            required
            min={dayAfter(now, 1)}
            max={dayAfter(now, longestDays)}
            defaultValue={dayAfter(now, Math.min(USUAL_DAYS, longestDays))}
            className={FIELD}
          />
        </label>
        <div className="flex flex-wrap gap-2">
          <button type="submit" disabled={pending} className={BUTTON.plain}>
            {t(pending ? 'saving' : 'save')}
          </button>
          {link.how === 'attested' && (
            <button
              type="button"
              disabled={pending}
              className={BUTTON.plain}
              onClick={() => carryOutAndTell(withdraw)}
            >
              {t('withdraw')}
            </button>
          )}
        </div>
      </form>
      {problem !== null && <p role="alert">{problem}</p>}
    </details>
  );
}
