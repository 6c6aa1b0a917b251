'use client';

import { useTexts } from '#language';
import { useRef, useState, type FormEvent } from 'react';
import { useChange } from '#components/live/use-change.ts';
import type { Stop } from '#components/grid/part-view.tsx';
import { BUTTON } from '#components/ui/button.ts';
import type { Link } from '#lib/queries/schemas/links.ts';
import { identityOf, type AttestationDrafts } from './attestation-drafts.ts';
import { requestAttestation } from './request-attestation.ts';
import { useWithdrawal } from './use-withdrawal.ts';

const FIELD = 'w-full rounded-md border border-line-strong bg-surface px-2 py-1 text-sm';
const DAY_MS = 24 * 60 * 60_000;
const USUAL_DAYS = 180;

/** To which partner IDs somebody may attest links, and how long they may count. */
export type Attesting = { partnerIds: readonly string[]; longestDays: number };

type AttestationFormProps = {
  link: Link;
  attesting: Attesting;
  now: string;
  /** What was begun stays while its row is out of view. */
  drafts: AttestationDrafts;
  stop: Stop;
};

const dayAfter = (now: string, days: number): string =>
  new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10);

/** Somebody's word for a link that nothing can read: on what it rests, and until when it counts. */
export function AttestationForm({ link, attesting, now, drafts, stop }: AttestationFormProps) {
  const { partnerIds, longestDays } = attesting;
  const t = useTexts('attestation');
  const { pending, problem, carryOut, carryOutAndTell } = useChange();
  const withdraw = useWithdrawal(link);
  const [{ isOpen, fields }] = useState(() => drafts.of(link));
  const fold = useRef<HTMLDetailsElement>(null);
  const who = link.displayName ?? link.principalId;
  const end = () => {
    drafts.forget(link);
    fold.current?.querySelector('form')?.reset();
    fold.current?.removeAttribute('open');
    // The form that had the focus is gone.
    fold.current?.closest<HTMLElement>('td')?.focus();
  };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '');
    const { tenantId, principalId, displayName } = link;
    const expiresAt = `${text('until')}T23:59:59Z`;
    const since = text('since') === '' ? null : text('since');
    const given = { tenantId, principalId, displayName, since, expiresAt };
    const attested = { ...given, partnerId: text('partnerId'), evidence: text('evidence') };
    const asked = async () => {
      const refused = await requestAttestation(attested);
      if (refused === null) end();
      return refused;
    };
    carryOut(asked, t('recorded', { who, partnerId: attested.partnerId }));
  };
  return (
    <details
      className="mt-1 text-xs print:hidden"
      ref={fold}
      data-typed={identityOf(link)}
      open={isOpen}
      onToggle={({ currentTarget }) => drafts.keep(link, { isOpen: currentTarget.open })}
    >
      <summary className="w-fit cursor-pointer py-1.5" {...stop}>
        <span className="link">{t(link.how === 'attested' ? 'renew' : 'record')}</span>
      </summary>
      <form
        onSubmit={save}
        onInput={({ currentTarget }) => drafts.keep(link, { fields: fieldsOf(currentTarget) })}
        aria-label={t('record')}
        className="mt-2 grid max-w-64 gap-2"
      >
        <label className="grid gap-1">
          {t('linkedTo')}
          <select
            name="partnerId"
            className={FIELD}
            defaultValue={fields['partnerId'] ?? link.partnerId ?? partnerIds[0]}
          >
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
            defaultValue={fields['evidence']}
          />
        </label>
        <label className="grid gap-1">
          {t('since')}
          <input
            type="date"
            name="since"
            max={dayAfter(now, 0)}
            defaultValue={fields['since']}
            className={FIELD}
          />
        </label>
        <label className="grid gap-1">
          {t('until')}
          <input
            type="date"
            name="until"
            required
            min={dayAfter(now, 1)}
            max={dayAfter(now, longestDays)}
            defaultValue={fields['until'] ?? dayAfter(now, Math.min(USUAL_DAYS, longestDays))}
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

/** Text alone: the form has no files. */
const fieldsOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
